import { type Fact, type Row, text } from '../fact.ts';

/** A row of the Retail Prices API as a fact: US dollars, on demand, one tier. */
export function retailFact(row: Row, service: string, key: string, unit: string): Fact {
  return {
    provider: 'azure',
    service,
    region: text(row, 'region'),
    key,
    unit,
    from: '0',
    price: text(row, 'price'),
    currency: 'USD',
    sku: text(row, 'sku_id'),
    asOf: text(row, 'as_of'),
    source: text(row, 'source'),
  };
}
