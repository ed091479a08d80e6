import { type Decimal, isZero } from '../../lib/decimal.ts';
import type { RatingStep } from '../../model/billing/rating.ts';
import { converted } from './convert.ts';
import { due, freeOf, type Point, priced, type Stage } from './stage.ts';
import { added, shareText, shown } from './text.ts';

/** Each step of a part in words of numbers, in the order of calculation; `known`: whether there is an amount. */
export function stepsOf(stage: Stage, known: boolean): RatingStep[] {
  return [
    metered(stage),
    ...convertedStep(stage),
    ...freeStep(stage),
    ...(known ? [modelStep(stage), ...leastAndMost(stage)] : []),
  ];
}

function metered({ part: { sku, usage }, before, at }: Stage): RatingStep {
  const total =
    before === null
      ? ''
      : `; ${shown(at.usage.quantity)} with earlier parts of the period, ${shown(before.usage.quantity)} before`;
  const { aggregate, window } = sku.meter;
  const counted = aggregate === 'none' ? 'not metered' : `${aggregate} of each ${window}`;
  return {
    step: 'meter',
    text: `${shown(usage.quantity)} (${sku.unit}; ${counted})${total}`,
    quantity: usage.quantity,
  };
}

function convertedStep({ part: { sku }, at }: Stage): RatingStep[] {
  const { convert } = sku;
  if (convert === null) return [];
  const { op, factor, round } = convert;
  const result = converted(at.usage.quantity, convert);
  const sign = op === 'multiply' ? 'x' : '/';
  const rounded = { none: '', up: ', rounded up', down: ', rounded down', halfUp: ', rounded half up' }[
    round
  ];
  return [
    {
      step: 'convert',
      text: `${shown(at.usage.quantity)} ${sign} ${shown(factor)}${rounded} = ${shown(result)}`,
      quantity: result,
    },
  ];
}

function freeStep({ part, level, before, at, end }: Stage): RatingStep[] {
  const free = freeOf(part);
  if (isZero(free)) return [];
  const quantity = shown(converted(at.usage.quantity, part.sku.convert));
  const allowance = shareText(free, level ? null : end.days);
  const rest = lessEarlier(at.billable, before?.billable ?? null);
  return [
    { step: 'free quantity', text: `${quantity} - ${allowance} free = ${rest}`, quantity: added(before, at) },
  ];
}

function modelStep(stage: Stage): RatingStep {
  const { part, level, before, at, end } = stage;
  const { text } = stage.pricer;
  const after = priced(stage, at);
  const earlier = before === null ? null : priced(stage, before);
  const amount = earlier === null ? after : after.minus(earlier);
  const calculation =
    level && part.sku.proration === 'days'
      ? `${text(null, at, end)}${daysText(at)} = ${lessEarlier(after, earlier)}`
      : `${text(before, at, end)} = ${shown(amount)}`;
  return { step: 'model', text: `${part.sku.price.model}: ${calculation}`, amount };
}

function daysText({ days }: Point): string {
  return days === null ? '' : `, x ${shown(days.days)} of ${shown(days.of)} days`;
}

/** An amount of all so far, and what of it is not of earlier parts. */
function lessEarlier(amount: Decimal, earlier: Decimal | null): string {
  if (earlier === null) return shown(amount);
  return `${shown(amount)}; less ${shown(earlier)} of earlier parts = ${shown(amount.minus(earlier))}`;
}

function leastAndMost(stage: Stage): RatingStep[] {
  const { part, before, at } = stage;
  const { minAmount, maxAmount } = part.sku;
  if (minAmount === null && maxAmount === null) return [];
  const result = due(stage, at);
  const earlier = before === null ? null : due(stage, before);
  const bounds = [
    ...(minAmount === null ? [] : [`at least ${shareText(minAmount, at.days)}`]),
    ...(maxAmount === null ? [] : [`at most ${shareText(maxAmount, at.days)}`]),
  ].join(', ');
  return [
    {
      step: 'least and most',
      text: `${shown(priced(stage, at))}, ${bounds}: ${lessEarlier(result, earlier)}`,
      amount: earlier === null ? result : result.minus(earlier),
    },
  ];
}
