import { Decimal } from '../../../lib/decimal.ts';

/** What Terraform keeps of a number: the mantissa of go-cty's `big.Float` has 512 bits. */
const PRECISION = 512;

/** A binary floating-point number: `mantissa · 2^exponent`; the sign is in the mantissa. */
interface Binary {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** Every decimal of so many digits survives the way into 512 bits and back, so it can stay as it is. */
const SAFE_DIGITS = 153;

/** The number as 512 bits hold it, as the shortest decimal that means these bits: what Terraform prints. */
export function rounded(value: Decimal): Decimal {
  return value.c.length <= SAFE_DIGITS ? value : shortest(toBinary(value), PRECISION);
}

/** Sum, difference or product, rounded to 512 bits like its operands. */
export function combine(operator: '+' | '-' | '*', left: Decimal, right: Decimal): Decimal {
  if (isShortWhole(left) && isShortWhole(right)) return rounded(exactly(operator, left, right));
  return shortest(toBinary(exactly(operator, exact(left), exact(right))), PRECISION);
}

function exactly(operator: '+' | '-' | '*', left: Decimal, right: Decimal): Decimal {
  if (operator === '*') return left.times(right);
  return operator === '+' ? left.plus(right) : left.minus(right);
}

/** The quotient, rounded to 512 bits. The divisor is not 0. */
export function quotient(left: Decimal, right: Decimal): Decimal {
  const [a, b] = [toBinary(left), toBinary(right)];
  const sign = b.mantissa < 0n ? -1n : 1n;
  const divided = round(a.mantissa * sign, b.mantissa * sign, PRECISION);
  return shortest(
    { mantissa: divided.mantissa, exponent: divided.exponent + a.exponent - b.exponent },
    PRECISION,
  );
}

/** A double as the shortest decimal that Go prints for it, which for powers of 2 is shorter than what JavaScript prints. */
export function fromDouble(value: number): Decimal {
  return shortest(toBinary(new Decimal(exactText(value)), 53), 53);
}

function exactText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : value.toPrecision(17);
}

/** Exactly what the 512 bits of the number mean: for 0.1 a little more than 0.1. */
export function exact(value: Decimal): Decimal {
  if (isShortWhole(value)) return value;
  const { mantissa, exponent } = toBinary(value);
  if (exponent >= 0) return new Decimal((mantissa << BigInt(exponent)).toString());
  // 2^-n is 5^n / 10^n.
  return new Decimal(`${mantissa * 5n ** BigInt(-exponent)}e${exponent}`);
}

/** A whole number that 512 bits hold exactly. */
function isShortWhole(value: Decimal): boolean {
  return value.c.length <= SAFE_DIGITS && value.e >= value.c.length - 1 && value.e < SAFE_DIGITS;
}

function toBinary(value: Decimal, precision = PRECISION): Binary {
  const digits = BigInt(value.c.join('')) * BigInt(value.s);
  const scale = value.e - value.c.length + 1;
  const power = 10n ** BigInt(Math.abs(scale));
  return scale >= 0 ? round(digits * power, 1n, precision) : round(digits, power, precision);
}

/** The fraction with a mantissa of so many bits, half to even. */
function round(numerator: bigint, denominator: bigint, precision: number): Binary {
  if (numerator === 0n) return { mantissa: 0n, exponent: 0 };
  const sign = numerator < 0n ? -1n : 1n;
  const size = numerator * sign;
  let exponent = bits(size) - bits(denominator) - precision;
  if (scaled(size, denominator, exponent).quotient >> BigInt(precision) > 0n) exponent++;
  const { quotient: down, rest, divisor } = scaled(size, denominator, exponent);
  const half = 2n * rest - divisor;
  const up = half > 0n || (half === 0n && (down & 1n) === 1n);
  return { mantissa: sign * (up ? down + 1n : down), exponent };
}

function scaled(numerator: bigint, denominator: bigint, exponent: number) {
  const [dividend, divisor] =
    exponent < 0
      ? [numerator << BigInt(-exponent), denominator]
      : [numerator, denominator << BigInt(exponent)];
  return { quotient: dividend / divisor, rest: dividend % divisor, divisor };
}

function bits(value: bigint): number {
  const hex = value.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}

/**
 * The shortest decimal nearer to the number than half of its last bit (Go, `math/big`, ftoa.go: also below a power of
 * 2, where the bits are finer). Decimals of so few digits that two cannot lie that near are tried first.
 */
function shortest({ mantissa, exponent }: Binary, precision: number): Decimal {
  if (mantissa === 0n) return new Decimal('0');
  const sign = mantissa < 0n ? '-' : '';
  const size = mantissa < 0n ? -mantissa : mantissa;
  const surplus = precision - bits(size);
  // Everything in units of 2^(exponent - surplus - 1): the number, and half a bit either way.
  const center = size << BigInt(surplus + 1);
  const unit = exponent - surplus - 1;
  const scale = (amount: bigint, power: number): bigint =>
    (unit >= 0 ? amount << BigInt(unit) : amount) * (power > 0 ? 10n ** BigInt(power) : 1n);
  const first = Math.floor((precision - 1) * Math.log10(2));
  const magnitude = Math.floor((bits(center) + unit) * Math.log10(2));
  const inclusive = (size & 1n) === 0n || surplus > 0;
  for (let digits = first; ; digits++) {
    const power = digits - magnitude;
    const divisor = (unit < 0 ? 1n << BigInt(-unit) : 1n) * (power < 0 ? 10n ** BigInt(-power) : 1n);
    const found = candidate(scale(center, power), scale(1n, power), divisor, inclusive);
    if (found !== undefined) return new Decimal(`${sign}${found}e${-power}`);
  }
}

/** The whole number nearest to `center / divisor`, when it is not further than `margin / divisor`. */
function candidate(center: bigint, margin: bigint, divisor: bigint, inclusive: boolean): bigint | undefined {
  const down = center / divisor;
  const rest = center % divisor;
  const near = (distance: bigint): boolean => distance < margin || (inclusive && distance === margin);
  const isDown = near(rest);
  const isUp = near(divisor - rest);
  if (isDown && isUp)
    return 2n * rest > divisor || (2n * rest === divisor && (down & 1n) === 1n) ? down + 1n : down;
  if (isDown) return down;
  return isUp ? down + 1n : undefined;
}
