import type { Price } from '../../model/cost.ts';
import type { PricesFound } from '../../model/prices.ts';
import { safeJson } from '../json/safe.ts';
import type { JsonMeta } from '../json.ts';
import { plural } from '../plural.ts';
import type { TerminalStyle } from '../terminal.ts';
import { sectionsText } from './blocks.ts';

/** Every candidate with its unit, tiers, SKU, date and source, for a person. */
export function renderFound(found: PricesFound, look: TerminalStyle): string {
  const where = found.region === null ? '' : ` in ${found.region}`;
  const asked = found.words.length === 0 ? '' : ` with ${found.words.join(' ')}`;
  const title = `${plural(found.prices.length, 'price')} of ${found.provider}/${found.service}${where}${asked}`;
  const blocks =
    found.hint !== null
      ? [{ kind: 'paragraph' as const, text: found.hint }]
      : [
          {
            kind: 'table' as const,
            columns: [
              { title: 'key' },
              { title: 'region' },
              { title: 'price', align: 'right' as const },
              { title: 'per' },
              { title: 'SKU' },
              { title: 'as of' },
              { title: 'source' },
            ],
            rows: found.prices.map((price) => [
              price.key,
              price.region,
              tiersText(price),
              price.unit,
              price.sku ?? '–',
              price.asOf,
              price.quality === undefined ? price.source : `${price.source} (${price.quality})`,
            ]),
          },
        ];
  return sectionsText([{ title: `${title}, book ${found.id.slice(0, 12)}`, blocks }], look);
}

/** `0.09`, or `0.09, from 10240 0.085`. */
function tiersText({ tiers, currency }: Price): string {
  return tiers
    .map(({ from, price }, index) => (index === 0 ? '' : `from ${from.toFixed()} `) + price.toFixed())
    .join(', ')
    .concat(` ${currency}`);
}

/** The same as JSON by `schema/prices.schema.json`: decimals as strings. */
export function renderFoundJson(found: PricesFound, meta: JsonMeta): string {
  const { id, provider, service, region, words, hint } = found;
  return safeJson({
    schemaVersion: '1',
    tool: { name: 'tollgate', version: meta.toolVersion },
    priceBook: { id },
    asked: { provider, service, region, words: [...words] },
    prices: found.prices.map((price) => ({
      provider: price.provider,
      service: price.service,
      region: price.region,
      key: price.key,
      sku: price.sku ?? null,
      unit: price.unit,
      currency: price.currency,
      option: price.option ?? 'on_demand',
      tiers: price.tiers.map((tier) => ({ from: tier.from.toFixed(), price: tier.price.toFixed() })),
      asOf: price.asOf,
      source: price.source,
      quality: price.quality ?? 'list',
    })),
    hint,
  });
}
