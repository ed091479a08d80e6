import { type Catalog, openCatalog } from '../../src/estimate/catalog/catalog.ts';
import type { CatalogEntry, Component } from '../../src/estimate/catalog/entry.ts';
import { type VerifiedKey, regionsOf, verifyCatalog } from '../../src/estimate/catalog/verify.ts';
import { openBook, type PriceBook } from '../../src/pricing/book.ts';

/** The resource types of a provider: what is charged, what usage is asked for, and where the book knows the prices. */
export function coverageTable(provider: string): string {
  const { book, catalog, keys } = (read ??= readAll());
  const rows = catalog.types.priced.flatMap((type) => {
    const entry = catalog.entry(type);
    return entry?.provider === provider ? [row(entry, catalog, keys.get(type) ?? [], book)] : [];
  });
  const head = [
    'type',
    'components',
    'usage keys',
    'regions priced',
    'prices of',
    'no price in the book for',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** How many types there are, by provider. */
export function coverageSummary(): string {
  const { book, catalog, keys } = (read ??= readAll());
  const lines = ['aws', 'azure', 'google'].map((provider) => {
    const entries = catalog.types.priced.filter((type) => catalog.entry(type)?.provider === provider);
    const all = regionsOf(provider, book);
    const isWhole = (type: string): boolean => pricedRegions(keys.get(type) ?? [], all).length > 0;
    const free = catalog.types.free.filter((type) => type.startsWith(`${prefixes[provider] ?? ''}_`));
    const whole = entries.filter(isWhole).length;
    return `| ${provider} | ${entries.length} | ${whole} | ${free.length} | ${all.length} |`;
  });
  const head = '| provider | types with a price | of them wholly in a region | known to be free | regions |';
  return [head, '| --- | --: | --: | --: | --: |', ...lines].join('\n');
}

const prefixes: Readonly<Record<string, string>> = { aws: 'aws', azure: 'azurerm', google: 'google' };

interface All {
  readonly book: PriceBook;
  readonly catalog: Catalog;
  readonly keys: ReadonlyMap<string, readonly VerifiedKey[]>;
}

let read: All | undefined;

function readAll(): All {
  const [book, catalog] = [openBook(), openCatalog()];
  const keys = new Map<string, VerifiedKey[]>();
  const entries = catalog.types.priced.flatMap((type) => catalog.entry(type) ?? []);
  for (const key of verifyCatalog(entries, book)) keys.set(key.type, [...(keys.get(key.type) ?? []), key]);
  return { book, catalog, keys };
}

function row(entry: CatalogEntry, catalog: Catalog, keys: readonly VerifiedKey[], book: PriceBook): string[] {
  const all = regionsOf(entry.provider, book);
  const priced = pricedRegions(keys, all);
  return [
    `[\`${entry.type}\`](${entry.docs})`,
    components(entry),
    (catalog.usageKeys(entry.type) ?? []).map((key) => `\`${key}\``).join(' ') || '–',
    keys.length === 0
      ? '–'
      : priced.length === all.length
        ? `all ${all.length}`
        : `${priced.length} of ${all.length}`,
    dates(keys, book),
    missing(keys),
  ];
}

/** Names of components, each once; a value of the definition stands in braces. */
function components({ components: own, groups = [] }: CatalogEntry): string {
  const name = (component: Component, group = ''): string =>
    (group === '' ? component.name : `${group}: ${component.name}`).replaceAll('|', '/');
  const names = [
    ...own.map((component) => name(component)),
    ...groups.flatMap((group) => group.components.map((component) => name(component, group.name))),
  ];
  return [...new Set(names)].join('; ');
}

/** Regions in which each component that is not optional finds a price in one of its forms. */
function pricedRegions(keys: readonly VerifiedKey[], all: readonly string[]): readonly string[] {
  const needed = new Map<string, Set<string>>();
  for (const { component, optional, one, several } of keys) {
    if (optional) continue;
    const found = needed.get(component) ?? new Set<string>();
    needed.set(component, found);
    for (const region of [...one, ...several.map((case_) => case_.region)]) found.add(region);
  }
  const isElsewhere = (regions: ReadonlySet<string>): boolean =>
    [...regions].some((one) => !all.includes(one));
  return needed.size === 0
    ? []
    : all.filter((region) => [...needed.values()].every((found) => found.has(region) || isElsewhere(found)));
}

/** `2025-06 to 2026-07`: the dates of the lists that the type's prices stand in. */
function dates(keys: readonly VerifiedKey[], book: PriceBook): string {
  const services = new Set(keys.filter(({ one }) => one.length > 0).map(({ service }) => service));
  const shards = book.manifest.shards.filter(
    ({ provider, service }) => provider === keys[0]?.provider && services.has(service),
  );
  const months = shards.flatMap(({ oldest, newest }) => [oldest.slice(0, 7), newest.slice(0, 7)]).sort();
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined ? '–' : first === last ? first : `${first} to ${last ?? ''}`;
}

/** Components that find a price nowhere. */
function missing(keys: readonly VerifiedKey[]): string {
  const found = new Set(
    keys.flatMap(({ component, one, several }) => (one.length + several.length > 0 ? [component] : [])),
  );
  const open = [...new Set(keys.flatMap(({ component }) => (found.has(component) ? [] : [component])))];
  return open.length === 0 ? '–' : open.join(', ').replaceAll('_', ' ');
}
