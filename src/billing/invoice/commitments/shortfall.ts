import { type Decimal, ZERO } from '../../../lib/decimal.ts';
import type { Sku } from '../../../model/billing/terms.ts';
import { rateSku } from '../../rate/rate-sku.ts';
import { NO_USAGE } from '../../rate/usage-of.ts';
import type { Period } from '../../time/periods.ts';
import type { CommitmentRun } from './commitment-run.ts';

/**
 * What is charged for a quantity that was promised and not used: each unit at what one costs on the average when exactly the
 * promised quantity is used in a billing period, without free quantity. Or one sentence why nobody can say.
 */
export function unusedAmount(
  { commitment, part }: CommitmentRun,
  missing: Decimal,
  billed: Period,
): Decimal | string {
  const skus = part.plan.skus.filter(({ id }) => commitment.skus?.includes(id) ?? true);
  const [sku] = skus;
  if (sku === undefined || skus.length > 1)
    return `Commitment ${commitment.id} has several SKUs: at which price ${missing.toFixed()} unused units are charged is not known.`;
  const { terms } = part.inForce;
  const usage = { ...NO_USAGE, quantity: commitment.amount, events: commitment.amount };
  const [rated] = rateSku([{ terms, sku: listed(sku), ...billed, usage, freeQuantity: ZERO }], billed);
  if (rated === undefined || rated.amount === null || commitment.amount.eq(ZERO))
    return `Commitment ${commitment.id} is of a quantity, and ${sku.id} has no price for one.`;
  return rated.amount.times(missing).div(commitment.amount);
}

/** The SKU with its price alone. */
function listed(sku: Sku): Sku {
  return { ...sku, convert: null, freeQuantity: ZERO, minAmount: null, maxAmount: null };
}
