import { openCatalog } from '../../../src/estimate/catalog/catalog.ts';
import { estimateResources } from '../../../src/estimate/estimate-all.ts';
import { SameCosts } from '../../../src/estimate/same-costs.ts';
import { NO_USAGE } from '../../../src/estimate/usage/usage.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { openBook } from '../../../src/pricing/book.ts';
import { exampleResource } from '../../../tools/catalog/example.ts';
import { readEntries } from '../../../tools/catalog/read.ts';

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The book opened and one price found, milliseconds. */
function open(): object {
  const start = performance.now();
  openBook().find({ provider: 'aws', service: 'ec2', region: 'us-east-1', key: 'instance|m5.large|linux' });
  const first = performance.now() - start;
  const next = performance.now();
  openBook().find({ provider: 'aws', service: 'vpc', region: 'us-east-1', key: 'nat-gateway.hour' });
  return { 'ms, book and one look-up (aws/ec2)': first, 'ms, the same in aws/vpc': performance.now() - next };
}

/** Every machine of three clouds in each region, asked once: nothing is answered from memory. */
function lookup(): object {
  const book = openBook();
  let asked = 0;
  let found = 0;
  for (const [provider, service] of [
    ['aws', 'ec2'],
    ['azure', 'vm'],
    ['google', 'compute'],
  ] as const) {
    book.find({ provider, service, region: '', key: '' });
    const { regions = [], keys = [] } = book.contents(provider, service) ?? {};
    for (const key of keys) {
      for (const region of regions) {
        asked++;
        if (book.find({ provider, service, region, key }) !== undefined) found++;
      }
    }
  }
  const cpu = cpuSeconds();
  return {
    'look-ups': asked,
    'prices found': found,
    'look-ups per CPU second, opening included': asked / cpu,
  };
}

/**
 * 10,000 resources of all types: the examples of the catalog again and again, in changing regions, with a tag of their own. CPU seconds
 * are those of pricing, the opening of book and catalog included; making the resources is not.
 */
function mixed(shared: boolean): object {
  const resources = mixedResources(10_000);
  const before = cpuSeconds();
  const context = { book: openBook(), catalog: openCatalog(), usage: NO_USAGE };
  const costs = estimateResources(resources, shared ? { ...context, same: new SameCosts() } : context);
  const cpu = cpuSeconds() - before;
  const lines = [...costs.values()].flatMap((cost) => cost.lines);
  const label = shared ? 'alike ones priced once' : 'each by itself';
  return {
    [`CPU s, ${label}`]: cpu,
    'cost lines': lines.length,
    'of them with a price': lines.filter(({ price }) => price !== null).length,
    'peak MB': process.resourceUsage().maxRSS / 1024,
  };
}

const REGIONS: Readonly<Record<string, readonly string[]>> = {
  aws: ['us-east-1', 'eu-west-1', 'eu-central-1', 'ap-southeast-2'],
  azure: ['eastus', 'westeurope', 'northeurope'],
  google: ['us-central1', 'europe-west3', 'us-east1'],
};

function mixedResources(count: number): Resource[] {
  const examples = readEntries().flatMap(({ entry, examples }) =>
    examples.map(({ attributes }) => ({ type: entry.type, provider: entry.provider, attributes })),
  );
  return Array.from({ length: count }, (_, index) => {
    const { type, provider, attributes } = examples[index % examples.length] ?? examples[0] ?? nothing();
    const regions = REGIONS[provider] ?? [''];
    const tags = { ...attributes, tags: { Number: String(index) } };
    return exampleResource(`${type}.n${index}`, tags, regions[index % regions.length] ?? '');
  });
}

function nothing(): never {
  throw new Error('The catalog has no examples.');
}

const parts: Readonly<Record<string, () => object>> = {
  open,
  lookup,
  mixed: () => mixed(false),
  'mixed-shared': () => mixed(true),
};
process.stdout.write(JSON.stringify(parts[process.argv[2] ?? '']?.()));
