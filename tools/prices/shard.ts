import { byCodePoint } from '../../src/lib/order.ts';
import { decimal } from '../../src/lib/decimal.ts';
import type { PriceOption } from '../../src/model/cost.ts';
import type { PriceList, ShardFile } from '../../src/pricing/format.ts';
import type { Fact } from './fact.ts';

/** Facts grouped into one matrix a service, sorted by provider and service. Throws on facts that contradict. */
export function buildShards(facts: readonly Fact[]): ShardFile[] {
  const services = groupBy(facts, (fact) => `${fact.provider}/${fact.service}`);
  return [...services.keys()].sort(byCodePoint).map((name) => buildShard(name, services.get(name) ?? []));
}

function buildShard(name: string, facts: readonly Fact[]): ShardFile {
  const [provider = '', service = ''] = name.split('/');
  const regions = unique(facts.map((fact) => fact.region));
  const lists = unique(facts.map(listKey));
  const rows = groupBy(facts, (fact) => fact.key);
  const keys = [...rows.keys()].sort(byCodePoint);
  const cells = keys.map((key) => {
    const byRegion = groupBy(rows.get(key) ?? [], (fact) => fact.region);
    return regions.map((region) => byLowerBound(byRegion.get(region) ?? []));
  });
  const joined = (cellText: (tiers: readonly Fact[]) => string): string[] =>
    cells.map((row) => row.map(cellText).join(','));
  const option = only(facts, (fact) => fact.option ?? '', name);
  return {
    version: 1,
    provider,
    service,
    currency: only(facts, (fact) => fact.currency, name),
    ...(option === '' ? {} : { option: option as PriceOption }),
    regions,
    lists: lists.map((list) => JSON.parse(list) as PriceList),
    keys,
    units: keys.map((key) => only(rows.get(key) ?? [], (fact) => fact.unit, `${name} ${key}`)),
    prices: joined((tiers) => tierText(tiers, name)),
    listOf: cells.map((row) => listText(row, lists)),
    // A list may give each tier a SKU of its own: the lowest one stands for the price.
    skus: joined((tiers) => tiers[0]?.sku ?? '').map((row) => (/[^,]/.test(row) ? row : '')),
  };
}

function byLowerBound(tiers: readonly Fact[]): Fact[] {
  return [...tiers].sort((a, b) => decimal(a.from).cmp(decimal(b.from)));
}

/** Tiers by lower bound. Where the list starts above 0, what lies below is included: a tier at price 0. */
function tierText(tiers: readonly Fact[], name: string): string {
  if (tiers.length === 0) return '';
  const parts = tiers.map((tier, index) => {
    if (tier.from === tiers[index - 1]?.from)
      throw new Error(`${name} ${tier.key} ${tier.region}: two prices`);
    const price = decimal(tier.price);
    if (price.lt(decimal(0))) throw new Error(`${name} ${tier.key} ${tier.region}: a negative price`);
    return decimal(tier.from).eq(decimal(0))
      ? price.toFixed()
      : `${decimal(tier.from).toFixed()}:${price.toFixed()}`;
  });
  return (parts[0]?.includes(':') === true ? ['0', ...parts] : parts).join(' ');
}

function listText(row: readonly (readonly Fact[])[], lists: readonly string[]): string {
  const indexes = row.map((tiers) => {
    const fact = tiers[0];
    return fact === undefined ? -1 : lists.indexOf(listKey(fact));
  });
  const used = [...new Set(indexes.filter((index) => index >= 0))];
  if (used.length === 1) return String(used[0]);
  return indexes.map((index) => (index < 0 ? '' : String(index))).join(',');
}

/** The list of a fact as the text that stands in the shard: by date, then by source. */
function listKey({ asOf, source, quality }: Fact): string {
  return JSON.stringify({ asOf, source, ...(quality === undefined ? {} : { quality }) });
}

function only(facts: readonly Fact[], value: (fact: Fact) => string, what: string): string {
  const values = unique(facts.map(value));
  if (values.length !== 1) throw new Error(`${what}: expected one value, found ${values.join(', ')}`);
  return values[0] ?? '';
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodePoint);
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
}
