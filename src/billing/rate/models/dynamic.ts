import { ZERO } from '../../../lib/decimal.ts';
import type { Price } from '../../../model/billing/terms.ts';
import { shown } from '../text.ts';
import { amountUnknown } from './event-amounts.ts';
import type { Pricer } from './pricer.ts';

/** The amounts that the events bring, multiplied. */
export function dynamic({ multiplier }: Extract<Price, { model: 'dynamic' }>): Pricer {
  return {
    basis: 'amounts',
    amount: ({ usage }) => (usage.amount ?? ZERO).times(multiplier),
    unknown: ({ usage }) => amountUnknown(usage),
    text(before, { usage }) {
      const own = (usage.amount ?? ZERO).minus(before?.usage.amount ?? ZERO);
      return `${shown(own)} x ${shown(multiplier)}`;
    },
  };
}
