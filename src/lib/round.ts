import { Decimal, ZERO } from './decimal.ts';

/**
 * How a number between two steps is rounded. At the half: `halfUp` towards positive infinity, `halfAway` away from 0,
 * `halfEven` to the even neighbour. Everywhere: `up` away from 0, `down` towards it.
 */
export type RoundingMode = 'halfUp' | 'halfEven' | 'halfAway' | 'up' | 'down';

const [DOWN, HALF_AWAY, HALF_EVEN, UP] = [0, 1, 2, 3] as const;
const MODES = { halfEven: HALF_EVEN, halfAway: HALF_AWAY, up: UP, down: DOWN } as const;

/**
 * Digits after the point that count. Quotients are cut to 40, so that three thirds are 0.999...: without this `down` would make them
 * a cent less, and `up` would make a cent more of what is as little too much.
 */
const MOST_DIGITS = 30;
/** Digits that an amount of a line keeps: some more, so that the sum of many is still rounded as what it stands for. */
const LINE_DIGITS = 34;

/** An amount without what the cut of a quotient has left in its last digits: a thirtieth times 0.09 is 0.003, and not 0.00299... */
export function settled(amount: Decimal): Decimal {
  return decimalsOf(amount) > LINE_DIGITS ? plain(amount.round(LINE_DIGITS, HALF_AWAY)) : amount;
}

/** The value with at most `digits` (up to 30) digits after the point. Never a negative 0. */
export function round(given: Decimal, digits: number, mode: RoundingMode): Decimal {
  if (decimalsOf(given) <= digits) return given;
  const value = decimalsOf(given) > MOST_DIGITS ? given.round(MOST_DIGITS, HALF_EVEN) : given;
  if (decimalsOf(value) <= digits) return plain(value);
  if (mode !== 'halfUp') return plain(value.round(digits, MODES[mode]));
  return value.s > 0 ? value.round(digits, HALF_AWAY) : plain(negativeHalfUp(value, digits));
}

function decimalsOf({ c, e }: Decimal): number {
  return c.length - e - 1;
}

/** A half below 0 goes up, which is towards 0: what is beyond the half goes away from it. */
function negativeHalfUp(value: Decimal, digits: number): Decimal {
  const beyond = value.abs().minus(new Decimal(`0.${'0'.repeat(digits)}5`));
  return beyond.lte(ZERO) ? ZERO : beyond.round(digits, UP).neg();
}

function plain(value: Decimal): Decimal {
  return value.eq(ZERO) ? ZERO : value;
}
