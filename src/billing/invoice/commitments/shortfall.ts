import { type Decimal, isZero, sum, ZERO } from '../../../lib/decimal.ts';
import type { Sku, Terms } from '../../../model/billing/terms.ts';
import { converted, unconverted } from '../../rate/convert.ts';
import { isLevel } from '../../rate/level.ts';
import { pricerOf } from '../../rate/models/pricer-of.ts';
import { Budget } from '../discounts/budget.ts';
import { takeDiscounts } from '../discounts/discounts.ts';
import { billableIn } from '../quantity-of.ts';
import { usageLines } from '../usage-lines.ts';
import type { SoldPart, WorkLine } from '../work-line.ts';
import type { Billed } from './billed.ts';
import type { CommitmentRun } from './commitment-run.ts';
import { spendOf } from './covered.ts';

/**
 * What is charged for units that were promised and not used: what the usage of the billing period would cost more with them,
 * within least and most and after discounts; never below 0. `used` are the units that it has. Or one sentence why nobody can say.
 */
export function unusedAmount(
  run: CommitmentRun,
  used: Decimal,
  missing: Decimal,
  billed: Billed,
): Decimal | string {
  const { commitment, part } = run;
  const skus = part.plan.skus.filter(({ id }) => commitment.skus?.includes(id) ?? true);
  const [sku] = skus;
  if (sku === undefined || skus.length > 1)
    return `Commitment ${commitment.id} has several SKUs: at which price ${missing.toFixed()} unused units are charged is not known.`;
  const lines = pricerOf(sku).basis === 'quantity' ? linesWith(sku, run, used, missing, billed) : null;
  if (lines === null)
    return `Commitment ${commitment.id} is of a quantity, and ${sku.id} has no price for one.`;
  const more = spendOf(lines).minus(spendOf(billed.lines));
  return more.gt(ZERO) ? more : ZERO;
}

/**
 * The lines of the billing period if all that was promised had been used: the rest in the last part of the period that has the
 * commitment, or in each where the quantity is one level for all of them. Null: they have no price.
 */
function linesWith(
  sku: Sku,
  run: CommitmentRun,
  used: Decimal,
  missing: Decimal,
  billed: Billed,
): readonly WorkLine[] | null {
  const promised = used.plus(missing);
  const free = mostFree(sku, run);
  const lines = linesOf(raised(sku, run, promised, missing, free), sku, billed);
  if (lines === null || isZero(free)) return lines;
  // As much too much as of the free quantities was not there, or was free already.
  const own = lines.filter(({ id, part }) => id === sku.id && has(part.inForce.terms, run));
  const units = billableIn(own) ?? promised;
  const rest = free.minus(units.minus(promised));
  return linesOf(raised(sku, run, promised, missing, rest), sku, billed);
}

/** Usage of a SKU with what is missing, and with more that is free. */
function raised(
  sku: Sku,
  run: CommitmentRun,
  promised: Decimal,
  missing: Decimal,
  free: Decimal,
): (one: SoldPart) => SoldPart {
  return (one) => {
    const { meter, convert } = one.sku;
    const level = isLevel(meter, one.terms.cadence);
    const isRaised = level ? has(one.terms, run) : one.part === run.part;
    if (one.sku.id !== sku.id || !isRaised) return one;
    const units = level ? promised : converted(one.usage.quantity, convert).plus(missing);
    return { ...one, usage: { ...one.usage, quantity: unconverted(units.plus(free), convert) } };
  };
}

function has({ commitments }: Terms, { commitment }: CommitmentRun): boolean {
  return commitments.some(({ id }) => id === commitment.id);
}

/** The most that can be free of a SKU in the period. */
function mostFree({ id, freeQuantity }: Sku, { part }: CommitmentRun): Decimal {
  const discounts = part.plan.discounts.filter(
    ({ type, skus }) => type === 'freeQuantity' && (skus?.includes(id) ?? true),
  );
  return freeQuantity.plus(sum(discounts.map(({ value }) => value)));
}

function linesOf(
  asIf: (one: SoldPart) => SoldPart,
  { id }: Sku,
  { parts, period, digits }: Billed,
): readonly WorkLine[] | null {
  const { lines, unknownSkus } = usageLines(parts, period, false, asIf);
  if (unknownSkus.includes(id)) return null;
  takeDiscounts(parts, lines, period, new Budget(digits, false));
  return lines;
}
