import { Decimal } from '../../../../lib/decimal.ts';
import type { Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { NULL, bool, number, text } from '../make.ts';
import { parseNumber } from '../numbers.ts';

const TRUE = new Set(['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'y', 'Y']);
const FALSE = new Set(['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'n', 'N']);
const INFINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const DATE =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?[ \t]*(Z|[-+]\d{1,2}(?::?\d{2})?)?)?$/;

/**
 * What an unquoted scalar means in Terraform's `yamldecode`: words such as `yes` and `off` are bools, numbers are
 * decimal even with a leading zero, `0x` is hexadecimal, dates become RFC 3339 text, all else is text.
 */
export function plainYamlScalar(source: string): Value {
  if (source === '' || source === '~' || source === 'null' || source === 'Null' || source === 'NULL')
    return NULL;
  if (TRUE.has(source)) return bool(true);
  if (FALSE.has(source)) return bool(false);
  const integer = /^([-+]?)(0x[0-9a-fA-F]+|0o[0-7]+)$/.exec(source);
  if (integer?.[2] !== undefined && integer[2].length <= 200) {
    const size = BigInt(integer[2]);
    return number(new Decimal((integer[1] === '-' ? -size : size).toString()));
  }
  const decimal = NUMBER.test(source) ? parseNumber(source) : undefined;
  if (decimal) return number(decimal);
  if (INFINITE.test(source)) throw new ExpressionError('YAML infinity and NaN are not supported');
  return text((timestamp(source) ?? source).normalize('NFC'));
}

function timestamp(source: string): string | undefined {
  const found = DATE.exec(source);
  if (!found) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '00', second = '00', zone = 'Z'] = found as (
    string | undefined
  )[];
  const two = (digits: string): string => digits.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || Number(hour) > 23) return undefined;
  return `${date}T${two(hour)}:${minute}:${second}${zoneText(zone)}`;
}

function zoneText(zone: string): string {
  if (zone === 'Z') return zone;
  const [, sign = '+', hours = '0', minutes = '00'] = /^([-+])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const text = `${hours.padStart(2, '0')}:${minutes}`;
  return text === '00:00' ? 'Z' : sign + text;
}
