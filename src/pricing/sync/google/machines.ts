import { ZERO, decimal } from '../../../lib/decimal.ts';
import type { RateSink } from '../port.ts';
import { CURRENCY } from '../rules/give-row.ts';
import type { MachinePart, Machines } from '../rules/machines.ts';
import { HOURS_A_MONTH, Parts } from './parts.ts';
import type { Purchase } from './purchase.ts';
import type { Sku } from './sku.ts';

/** Decimal places of a composed price; a part's own has nine. */
const PLACES = 18;

interface Place {
  readonly purchase: Purchase;
  readonly region: string;
  readonly parts: Parts;
}

/** Adds up the prices of machine types from those of their parts, which is all that Google's list has. */
export class MachineComposer {
  readonly #machines: Machines;
  readonly #names: ReadonlySet<string>;
  readonly #places = new Map<string, Place>();

  constructor(machines: Machines) {
    this.#machines = machines;
    const families = Object.values(machines.families);
    const tables = families.flatMap((family) => [family.on_demand, family.spot, family.committed_use]);
    this.#names = new Set(tables.flatMap((parts) => Object.values(parts ?? {})));
  }

  /** Keeps the price of a SKU in a region, if it is a part of some family. */
  add(sku: Sku, purchase: Purchase, region: string): void {
    if (!this.#names.has(sku.fields.name)) return;
    const name = `${purchase.machines} ${purchase.term ?? ''} ${region}`;
    const place = this.#places.get(name) ?? { purchase, region, parts: new Parts() };
    this.#places.set(name, place);
    place.parts.add(sku);
  }

  /**
   * Gives on the price of each type in each place. One whose parts are not all there, or not with one price, is left out with
   * the reason; a place that has none of its parts does not offer it, which needs no reason.
   */
  give(sink: RateSink): void {
    for (const place of this.#places.values()) {
      for (const type of Object.keys(this.#machines.types)) this.#giveType(type, place, sink);
    }
  }

  #giveType(type: string, { purchase, region, parts }: Place, sink: RateSink): void {
    const { family = '', ...quantities } = this.#machines.types[type] ?? {};
    const names = this.#machines.families[family]?.[purchase.table] ?? {};
    const found = (Object.entries(quantities) as [MachinePart, number][]).map(([part, quantity]) => ({
      quantity,
      price: parts.get(names[part] ?? ''),
    }));
    if (found.every(({ price }) => price === undefined)) return;
    let total = ZERO;
    for (const { quantity, price = { problem: 'the list lacks a part of the machine' } } of found) {
      if ('problem' in price) {
        sink.leftOut(price.problem, `${type} in ${region}`);
        return;
      }
      total = total.plus(price.price.times(decimal(String(quantity))));
    }
    const { option, term } = purchase;
    sink.rate({
      service: purchase.machines,
      ...(option === undefined ? {} : { option }),
      region,
      key: `instance|${type}|linux${term === undefined ? '' : `|${term}`}`,
      // The book has commitments by the month, as its own figures are published.
      unit: term === undefined ? 'hour' : 'month',
      from: '0',
      price: (term === undefined ? total : total.times(HOURS_A_MONTH)).round(PLACES).toFixed(),
      currency: CURRENCY,
      sku: '',
    });
  }
}
