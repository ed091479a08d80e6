import { type Decimal, ZERO } from '../../../lib/decimal.ts';
import { settled } from '../../../lib/round.ts';
import { shown } from '../../rate/text.ts';
import type { Part } from '../part.ts';
import { NO_DISCOUNTS, NO_STEPS, type WorkLine } from '../work-line.ts';

interface Charge {
  readonly id: string;
  readonly kind: 'true-up' | 'overage' | 'credit';
  readonly part: Part;
  readonly amount: Decimal;
  readonly quantity?: Decimal;
  readonly unit?: string | null;
  /** Taxed like these: in their category where they have one together, else as standard; in their place, unless they have several. */
  readonly like: readonly WorkLine[];
  readonly text: string | null;
}

/** A line for what a commitment charges or gives back. */
export function chargeLine({
  id,
  kind,
  part,
  amount: exact,
  quantity = ZERO,
  unit = null,
  like,
  text,
}: Charge): WorkLine {
  const amount = settled(exact);
  const categories = new Set(like.map(({ taxCategory }) => taxCategory));
  const [category = 'standard'] = categories;
  const places = new Set(like.map(({ jurisdiction }) => jurisdiction));
  const [place = null] = places;
  return {
    id,
    kind,
    part,
    use: null,
    quantity,
    unit,
    billable: quantity,
    list: amount,
    left: amount,
    discounts: NO_DISCOUNTS,
    taxCategory: categories.size === 1 ? category : 'standard',
    jurisdiction: part.inForce.binding.jurisdiction ?? (places.size === 1 ? place : null),
    cost: null,
    steps: text === null ? NO_STEPS : [{ step: 'commitments', text: `${text} = ${shown(amount)}`, amount }],
  };
}
