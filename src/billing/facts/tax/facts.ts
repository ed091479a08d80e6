import type { BillingDocument } from '../../document.ts';
import type { FactsInput } from '../input.ts';
import { tableAges, type TableAge } from './ages.ts';
import { taxCovers, type TaxCover } from './cover.ts';
import { untaxed, type Untaxed } from './untaxed.ts';
import { taxSuccessions, type TaxSuccession } from './windows.ts';

/** What is known of taxes where the change touches a table, a profile or a binding. */
export interface TaxFacts {
  readonly taxCovers: readonly TaxCover[];
  readonly untaxed: readonly Untaxed[];
  readonly taxSuccessions: readonly TaxSuccession[];
  readonly taxTableAges: readonly TableAge[];
}

/** The facts of all touched files. */
export function taxFacts(
  { base, head, usage, now }: Pick<FactsInput, 'base' | 'head' | 'usage' | 'now'>,
  touched: readonly BillingDocument[],
): TaxFacts {
  return {
    untaxed: untaxed({ base, head, usage, now }, touched),
    taxCovers: taxCovers(head, touched, now),
    taxSuccessions: touched.flatMap(taxSuccessions),
    taxTableAges: tableAges(head, touched, now),
  };
}
