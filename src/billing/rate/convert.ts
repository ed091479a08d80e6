import BigJs from 'big.js';
import { Decimal } from '../../lib/decimal.ts';
import type { Convert } from '../../model/billing/terms.ts';

type Whole = 'down' | 'halfUp' | 'up';

const MODES = { down: BigJs.roundDown, halfUp: BigJs.roundHalfUp, up: BigJs.roundUp };

/** Numbers whose quotients are whole, rounded by all digits after the point however many there are. */
const NUMBERS = { down: wholeNumbers('down'), halfUp: wholeNumbers('halfUp'), up: wholeNumbers('up') };

/**
 * The priced quantity of a metered one. Rounded to whole units where the conversion says so, by all digits of the
 * exact result; a quotient that is not rounded keeps 40 digits after the point.
 */
export function converted(quantity: Decimal, convert: Convert | null): Decimal {
  if (convert === null) return quantity;
  const { op, factor, round } = convert;
  if (op === 'multiply') {
    const product = quantity.times(factor);
    return round === 'none' ? product : product.round(0, MODES[round]);
  }
  return round === 'none' ? quantity.div(factor) : wholeQuotient(quantity, factor, round);
}

/** The metered quantity that is converted to a priced one; where that is rounded, a whole one. */
export function unconverted(priced: Decimal, convert: Convert | null): Decimal {
  if (convert === null) return priced;
  const { op, factor, round } = convert;
  if (op === 'divide') return priced.times(factor);
  const quotient = priced.div(factor);
  // Cut towards the side from which it is rounded back.
  return round === 'none' || round === 'halfUp'
    ? quotient
    : quotient.round(30, round === 'up' ? BigJs.roundDown : BigJs.roundUp);
}

/** The quotient as a whole number, rounded by all of its digits. */
export function wholeQuotient(value: Decimal, by: Decimal, round: Whole): Decimal {
  return new Decimal(new NUMBERS[round](value).div(by));
}

function wholeNumbers(round: Whole): typeof Decimal {
  const Numbers = BigJs();
  Numbers.strict = true;
  Numbers.DP = 0;
  Numbers.RM = MODES[round];
  return Numbers;
}
