import { readCatalogText } from '../../src/estimate/catalog/file.ts';
import { usageDefaults } from '../../src/estimate/catalog/usage-defaults.ts';
import { readAsset } from '../../src/lib/assets.ts';
import { byCodePoint } from '../../src/lib/order.ts';

/** Every usage key that the catalog reads, by resource type, with the default that is taken without it. */
export function usageKeyTable(): string {
  const { entries } = readCatalogText(readAsset('catalog/catalog.json').toString('utf8'));
  const rows = Object.entries(entries)
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([type, entry]) =>
      [...usageDefaults(entry)]
        .sort(([a], [b]) => byCodePoint(a, b))
        .map(([key, given]) => {
          const text = given === null ? '' : [given.low, given.likely, given.high].map(String).join(' – ');
          return `| \`${type}\` | \`${key}\` | ${text} |`;
        }),
    );
  return ['| type | key | default: low – likely – high |', '| --- | --- | --- |', ...rows].join('\n');
}
