import { readAsset } from '../../src/lib/assets.ts';
import { byCodePoint } from '../../src/lib/order.ts';
import type { CatalogFile } from '../../src/estimate/catalog/entry.ts';

interface UsageKey {
  readonly name: string;
  /** `low – likely – high`, or nothing when there is no default. */
  readonly defaults: string;
}

/** Every usage key that the catalog reads, by resource type, with the default that is taken without it. */
export function usageKeyTable(): string {
  const { entries } = JSON.parse(readAsset('catalog/catalog.json').toString('utf8')) as CatalogFile;
  const rows = Object.entries(entries)
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([type, entry]) =>
      usageKeys(entry).map(({ name, defaults }) => `| \`${type}\` | \`${name}\` | ${defaults} |`),
    );
  return ['| type | key | default: low – likely – high |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The keys of one catalog entry, wherever in it they stand; examples state usage of another shape and are left out. */
function usageKeys(entry: object): readonly UsageKey[] {
  const keys = new Map<string, string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { usage, low, likely, high } = node as Record<string, unknown>;
    if (typeof usage === 'string' && (keys.get(usage) ?? '') === '') {
      keys.set(usage, likely === undefined ? '' : [low, likely, high].map(String).join(' – '));
    }
    for (const [name, value] of Object.entries(node)) if (name !== 'examples') visit(value);
  };
  visit(entry);
  return [...keys]
    .map(([name, defaults]) => ({ name, defaults }))
    .sort((a, b) => byCodePoint(a.name, b.name));
}
