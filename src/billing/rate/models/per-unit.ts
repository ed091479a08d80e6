import type { Price } from '../../../model/billing/terms.ts';
import { added, shown } from '../text.ts';
import type { Pricer } from './pricer.ts';

/** Quantity times price. */
export function perUnit({ unit }: Extract<Price, { model: 'perUnit' }>): Pricer {
  return {
    basis: 'quantity',
    amount: (at) => at.billable.times(unit),
    unknown: () => null,
    text: (before, at) => `${shown(added(before, at))} x ${shown(unit)}`,
  };
}
