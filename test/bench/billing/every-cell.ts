import { benchSkus } from './catalogue.ts';
import { eventOf, type EventRow } from './events.ts';
import { Random } from './random.ts';

/** As many as there are in a cell of 10 million events of 10,000 customers and 50 SKUs. */
const EVENTS = 20;

/** Usage of each SKU by each customer: one event, and twenty of what is priced by the amount of each. Same counts, same rows. */
export function* everyCell(customers: number, skuCount: number): Generator<EventRow> {
  const skus = benchSkus(skuCount);
  const counts = skus.map(({ perEvent }) => (perEvent ? EVENTS : 1));
  const rows = customers * counts.reduce((sum, count) => sum + count, 0);
  let number = 0;
  for (let customer = 0; customer < customers; customer++) {
    for (const [index, sku] of skus.entries()) {
      for (let left = counts[index] ?? 0; left > 0; left--) {
        yield eventOf(number, { rows, customers }, new Random(1, number), sku, customer);
        number++;
      }
    }
  }
}
