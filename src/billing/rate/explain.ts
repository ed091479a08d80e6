import type { RatingStep } from '../../model/billing/rating.ts';
import { converted } from './convert.ts';
import { pricerOf } from './models/pricer-of.ts';
import { due, priced, type Stage } from './stage.ts';
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
  return {
    step: 'meter',
    text: `${shown(usage.quantity)} (${sku.unit}, ${aggregate} by ${window})${total}`,
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
  const free = part.sku.freeQuantity.plus(part.freeQuantity);
  if (free.eq('0')) return [];
  const quantity = shown(converted(at.usage.quantity, part.sku.convert));
  const allowance = shareText(free, level ? null : end.days);
  const text = `${quantity} - ${allowance} free = ${shown(at.billable)}${at.billable.eq('0') ? ' (never below 0)' : ''}`;
  const own = added(before, at);
  const rest = before === null ? '' : `; less ${shown(before.billable)} of earlier parts = ${shown(own)}`;
  return [{ step: 'free quantity', text: text + rest, quantity: own }];
}

function modelStep(stage: Stage): RatingStep {
  const { part, level, before, at, end } = stage;
  const after = priced(stage, at);
  const amount = before === null ? after : after.minus(priced(stage, before));
  const text = pricerOf(part.sku).text(before, at, end);
  const days = level && at.days !== null ? `, x ${shown(at.days.days)} of ${shown(at.days.of)} days` : '';
  return { step: 'model', text: `${part.sku.price.model}: ${text}${days} = ${shown(amount)}`, amount };
}

function leastAndMost(stage: Stage): RatingStep[] {
  const { part, before, at } = stage;
  const { minAmount, maxAmount } = part.sku;
  if (minAmount === null && maxAmount === null) return [];
  const [price, result] = [priced(stage, at), due(stage, at)];
  const amount = before === null ? result : result.minus(due(stage, before));
  const bounds = [
    ...(minAmount === null ? [] : [`at least ${shareText(minAmount, at.days)}`]),
    ...(maxAmount === null ? [] : [`at most ${shareText(maxAmount, at.days)}`]),
  ].join(', ');
  const earlier = before === null ? '' : `; less ${shown(due(stage, before))} of earlier parts`;
  return [
    {
      step: 'least and most',
      text: `${shown(price)}, ${bounds}: ${shown(result)}${earlier}${before === null ? '' : ` = ${shown(amount)}`}`,
      amount,
    },
  ];
}
