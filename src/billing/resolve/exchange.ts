import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { decimal } from '../../lib/decimal.ts';
import type { ExchangeRate, Terms } from '../../model/billing/terms.ts';
import type { BillingDocument } from '../document.ts';

/** The tables of exchange rates of a repository. */
export class ExchangeTables {
  readonly ids: ReadonlySet<string>;
  readonly #tables: ReadonlyMap<string, BillingDocument>;
  /** Terms of one table and currency share a list: usage is brought together by what it says. */
  readonly #known = new Map<string, readonly ExchangeRate[]>();

  constructor(documents: readonly BillingDocument[]) {
    const tables = documents.filter(({ kind }) => kind === 'FxTable');
    this.#tables = new Map(tables.map((table) => [table.id, table]));
    this.ids = new Set(this.#tables.keys());
  }

  /** The terms with the rates of their table. */
  given(terms: Terms): Terms {
    return terms.fx === null ? terms : { ...terms, exchange: this.#ratesInto(terms.currency, terms.fx) };
  }

  #ratesInto(currency: string, id: string): readonly ExchangeRate[] {
    const key = `${currency} ${id}`;
    let rates = this.#known.get(key);
    if (rates === undefined) {
      const items = itemsOf(nodeAt(this.#tables.get(id)?.root, 'rates'));
      rates = items.flatMap((item): ExchangeRate[] => {
        const [from, to, date, rate] = ['from', 'to', 'date', 'rate'].map((name) =>
          textOf(nodeAt(item, name)),
        );
        return from === undefined || date === undefined || rate === undefined || to !== currency
          ? []
          : [{ from, date, rate: decimal(rate) }];
      });
      this.#known.set(key, rates);
    }
    return rates;
  }
}
