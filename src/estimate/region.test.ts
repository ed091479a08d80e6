import { describe, expect, it } from 'vitest';
import type { Value } from '../model/value.ts';
import type { CatalogEntry } from './catalog/entry.ts';
import { textReading, unknownReading } from './evaluate/reading.ts';
import type { Followed, Scope } from './evaluate/scope.ts';
import { regionOf, regionOfPrice } from './region.ts';
import { resourceOf, unknownValue, valueOf } from './test-support/resource.ts';

const entry = { type: 'azurerm_mssql_database', regionFrom: 'server' } as CatalogEntry;
const own = valueOf('westeurope');
const database = (region: Value) => resourceOf('azurerm_mssql_database.d', {}, { region });

function found(server: Followed, region: Value = unknownValue({})) {
  const heard: unknown[] = [];
  const asked = (_: unknown, path: string) => heard.push(path);
  return { reading: regionOf(database(region), entry, new Map([['server', server]]), asked), heard };
}

describe('regionOf', () => {
  const server: Followed = {
    kind: 'resource',
    resource: resourceOf('azurerm_mssql_server.s', {}, { region: valueOf('uksouth') }),
  };

  it('is that of the followed resource where none is written', () => {
    expect(found(server)).toMatchObject({
      reading: { kind: 'text', text: 'uksouth' },
      heard: ['server:region'],
    });
  });

  it('is the own one where it is written, and where nothing is followed', () => {
    expect(found(server, own)).toMatchObject({ reading: { text: 'westeurope' }, heard: ['region'] });
    expect(found({ kind: 'absent' })).toMatchObject({ reading: { kind: 'unknown' }, heard: ['region'] });
  });

  it('is unknown where the followed resource is', () => {
    const { reading } = found({ kind: 'unknown', reason: 'server_id is unknown' });
    expect(reading).toMatchObject({ kind: 'unknown', reason: 'region: server_id is unknown' });
  });
});

describe('regionOfPrice', () => {
  const scope = { value: () => textReading('West US 2') } as unknown as Scope;
  const component = { id: 'a', name: 'a', unit: 'hour', quantity: 1 };

  it.each([
    [undefined, 'eastus', 'eastus'],
    ['global', 'eastus', 'global'],
    ['global', 'usgovvirginia', 'usgov:global'],
    ['zone:1', 'chinanorth3', 'china:zone:1'],
    ['{location}', 'eastus', 'westus2'],
  ])('%s of a resource in %s is %s', (region, place, expected) => {
    const asked = region === undefined ? component : { ...component, region };
    expect(regionOfPrice(asked, scope, textReading(place))).toMatchObject({ kind: 'text', text: expected });
  });

  it('holds everywhere when the resource does not tell where it stands', () => {
    const reading = regionOfPrice({ ...component, region: 'global' }, scope, unknownReading('location'));
    expect(reading).toMatchObject({ text: 'global' });
  });
});
