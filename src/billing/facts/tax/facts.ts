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
  input: Pick<FactsInput, 'base' | 'head' | 'changes' | 'usage' | 'now' | 'nameOf'>,
  touched: readonly BillingDocument[],
): TaxFacts {
  const { base, head, changes, usage, now, nameOf } = input;
  const shown = <T extends { readonly customer: string }>(fact: T): T => {
    return { ...fact, customer: nameOf(fact.customer) };
  };
  return {
    untaxed: untaxed({ base, head, usage, now }, touched).map(shown),
    taxCovers: taxCovers(head, touched, now).map(shown),
    taxSuccessions: touched.flatMap(taxSuccessions),
    taxTableAges: tableAges(head, changes, touched, now),
  };
}
