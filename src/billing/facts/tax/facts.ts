import type { BillingDocument } from '../../document.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { tableAges, type TableAge } from './ages.ts';
import { taxCovers, type TaxCover } from './cover.ts';
import { taxSuccessions, type TaxSuccession } from './windows.ts';

/** What is known of taxes where the change touches a table, a profile or a binding. */
export interface TaxFacts {
  readonly taxCovers: readonly TaxCover[];
  readonly taxSuccessions: readonly TaxSuccession[];
  readonly taxTableAges: readonly TableAge[];
}

/** The facts of all touched files. */
export function taxFacts(head: Catalogue, touched: readonly BillingDocument[], now: string): TaxFacts {
  return {
    taxCovers: taxCovers(head, touched, now),
    taxSuccessions: touched.flatMap(taxSuccessions),
    taxTableAges: tableAges(head, touched, now),
  };
}
