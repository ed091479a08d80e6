import { decimal } from '../../src/lib/decimal.ts';
import { exactly } from '../../src/model/range.ts';
import type { Usage, UsageValue } from '../../src/estimate/usage/usage.ts';

/** The usage of one resource from plain data: figures by their text, nested keys joined by dots. */
export function plainUsage(plain: Readonly<Record<string, string | number | boolean>>): Usage {
  const values = Object.entries(plain).map(([key, value]): [string, UsageValue] => [
    key,
    /^\d+(\.\d+)?$/.test(String(value))
      ? { kind: 'amount', range: exactly(decimal(String(value))) }
      : { kind: 'text', text: String(value) },
  ]);
  return { of: () => new Map(values) };
}
