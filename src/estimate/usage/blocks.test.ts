import { expect, it } from 'vitest';
import { openBook } from '../../pricing/book.ts';
import { openCatalog } from '../catalog/catalog.ts';
import { estimateResource } from '../estimate.ts';
import { usageBlocks } from './blocks.ts';
import { readUsageFile } from './read.ts';

const catalog = openCatalog();

function read(text: string) {
  return readUsageFile('infracost-usage.yml', Buffer.from(text), catalog);
}

it('prices what leaves a region by a block of the usage file', () => {
  const { usage, addresses, diagnostics } = read(`
resource_usage:
  aws_data_transfer.eu:
    region: eu-central-1
    monthly_outbound_internet_gb: 5000
    monthly_outbound_other_regions_gb: { low: 0, likely: 100, high: 200 }
`);
  expect(diagnostics).toEqual([]);
  const [block, ...others] = usageBlocks(addresses, usage);
  expect(others).toEqual([]);
  if (block === undefined) throw new Error('no block');
  expect(block).toMatchObject({ region: { value: 'eu-central-1' }, project: 'infracost-usage.yml' });
  expect(block.source.start.line).toBe(3);
  const context = { book: openBook(), catalog, usage, lookup: () => undefined };
  const { lines } = estimateResource(block, context);
  expect(lines.map(({ component, monthly }) => [component, monthly?.likely.toFixed(2)])).toEqual([
    ['From eu-central-1 to the Internet', '450.00'],
    ['From eu-central-1 to us-west-2', '2.00'],
  ]);
});

it('makes nothing of addresses that resources have, of modules and of instances', () => {
  const { usage, addresses } = read(`
resource_usage:
  aws_instance.web: { operating_system: linux }
  module.net.aws_data_transfer.eu: { region: eu-central-1 }
  aws_data_transfer.eu[0]: { region: eu-central-1 }
  aws_data_transfer: { region: eu-central-1 }
`);
  expect(addresses).toHaveLength(4);
  expect(usageBlocks(addresses, usage)).toEqual([]);
});
