import { type Fact, hourly, type Row, text } from './fact.ts';

/** A row of the unit prices as a fact whose key is its component; the unit as it is written. */
export function unitFact(row: Row, provider: string): Fact {
  return {
    ...hourly(row, provider, text(row, 'service'), text(row, 'component'), 'price'),
    unit: text(row, 'unit'),
    from: text(row, 'tier_start'),
    sku: text(row, 'sku'),
  };
}
