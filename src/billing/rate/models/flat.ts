import type { Price } from '../../../model/billing/terms.ts';
import { byDays } from '../share.ts';
import { flatText } from '../text.ts';
import type { Pricer } from './pricer.ts';

/** The stated amount, whatever the quantity. */
export function flat({ amount }: Extract<Price, { model: 'flat' }>): Pricer {
  return {
    basis: 'nothing',
    amount: (at) => byDays(amount, at.share),
    unknown: () => null,
    text: (before, at) => flatText(amount, before, at) ?? '0, charged before',
  };
}
