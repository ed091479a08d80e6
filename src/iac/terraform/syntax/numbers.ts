import { decimal } from '../../../lib/decimal.ts';
import type { Decimal } from '../../../lib/decimal.ts';
import { isDigit } from './characters.ts';
import { MAX_NUMBER } from './limits.ts';

const small = Array.from({ length: 1000 }, (_, value) => decimal(value));

/** The value of a number token, exactly; undefined when it is not a number, or is out of the range that is read. */
export function numberValue(text: string): Decimal | undefined {
  return smallInteger(text) ?? anyNumber(text);
}

/** Up to three digits come from a table: most numbers in real code are that. */
function smallInteger(text: string): Decimal | undefined {
  if (text.length > 3) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return undefined;
    value = value * 10 + code - 0x30;
  }
  return small[value];
}

function anyNumber(text: string): Decimal | undefined {
  if (text.length > MAX_NUMBER) return undefined;
  const match = /^\d+(?:\.\d*)?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null || Math.abs(Number(match[1] ?? '0')) > MAX_NUMBER) return undefined;
  return decimal(text);
}
