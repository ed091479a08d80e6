import type { Price } from '../../../model/billing/terms.ts';
import { ZERO } from '../../../lib/decimal.ts';
import { wholeQuotient } from '../convert.ts';
import { shown } from '../text.ts';
import type { Pricer, Reached } from './pricer.ts';

/** A price for each started package: a part of one costs as much as all of it. */
export function packages({ size, price }: Extract<Price, { model: 'package' }>): Pricer {
  const started = ({ billable }: Reached) => wholeQuotient(billable, size, 'up');
  return {
    basis: 'quantity',
    amount: (at) => started(at).times(price),
    unknown: () => null,
    text(before, at) {
      const count = started(at).minus(before === null ? ZERO : started(before));
      const begun = before === null ? '' : ', that were not begun before';
      return `${shown(count)} x ${shown(price)} (packages of ${shown(size)}${begun})`;
    },
  };
}
