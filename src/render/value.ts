import { withRelativePaths } from '../iac/terraform/evaluate/functions/paths.ts';
import { byCodePoint } from '../lib/order.ts';
import type { ObjectValue, SequenceValue, UnknownValue, Unknownness, Value } from '../model/value.ts';
import { describeUnknown } from '../model/unknown-text.ts';
import { cut, plain } from './plain.ts';

/** Longest text of a value, in UTF-16 units. */
export const LIMIT = 120;

/** How much of a value is shown. */
interface Extent {
  readonly depth: number;
  /** Parts of a collection. */
  readonly width: number;
  readonly string: (text: string) => string;
}

const SHORT: Extent = { depth: 3, width: 5, string: (text) => plain(text, LIMIT) };
const LONG: Extent = { depth: 10, width: 1000, string: (text) => cut(text, 100_000) };

export const SENSITIVE = '(sensitive)';

/**
 * A value as short text in the manner of Terraform: `"m5.large"`, `20`, `["a", "b"]`, `(sensitive)`,
 * `(unknown: data.aws_ami.x.id is read from the cloud)`; `{a? = 1}` where the key may not be there. Sensitive parts are never printed. Not escaped for any format.
 */
export function valueText(value: Value | undefined): string {
  return plain(write(value, SHORT), LIMIT);
}

/** All of a value in the same manner, as far as anybody would read it; of strings also line breaks. Not yet safe to print. */
export function longText(value: Value | undefined): string {
  return write(value, LONG);
}

/** True when the value as a whole carries the sensitive mark. */
export function isSensitive(value: Value | undefined): boolean {
  return value?.sensitive === true;
}

function write(value: Value | undefined, extent: Extent): string {
  if (value === undefined) return '(not set)';
  if (value.sensitive === true) return SENSITIVE;
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return value.value.toFixed();
    case 'string':
      return JSON.stringify(extent.string(withRelativePaths(value.value)));
    case 'unknown':
      return unknown(value, extent);
    case 'list':
    case 'set':
    case 'tuple':
      return sequence(value, extent);
    case 'object':
    case 'map':
      return object(value, extent);
  }
}

function inner(extent: Extent): Extent {
  return { ...extent, depth: extent.depth - 1 };
}

function unknown(value: UnknownValue, extent: Extent): string {
  const why = `(unknown: ${reason(value)})`;
  if (value.candidates !== undefined && value.candidates.length > 0 && extent.depth > 0) {
    return `${value.candidates.map((candidate) => write(candidate, inner(extent))).join(' or ')} ${why}`;
  }
  return value.prefix === undefined ? why : `${JSON.stringify(`${plain(value.prefix, LIMIT)}…`)} ${why}`;
}

function reason(part: Unknownness): string {
  return plain(withRelativePaths(describeUnknown(part)), LIMIT);
}

function sequence(value: SequenceValue, extent: Extent): string {
  if (extent.depth === 0) return '[…]';
  const shown = value.items.slice(0, extent.width).map((item) => write(item, inner(extent)));
  const order = value.unplaced === undefined ? [] : [`(order unknown: ${reason(value.unplaced)})`];
  return `[${[...shown, ...rest(value.items.length, value.rest, extent), ...order].join(', ')}]`;
}

function object(value: ObjectValue, extent: Extent): string {
  if (extent.depth === 0) return '{…}';
  const shown = [...value.entries]
    .sort(([a], [b]) => byCodePoint(a, b))
    .slice(0, extent.width)
    .map(([key, item]) => {
      const doubt = value.uncertain?.has(key) === true ? '?' : '';
      return `${plain(key, LIMIT)}${doubt} = ${write(item, inner(extent))}`;
    });
  return `{${[...shown, ...rest(value.entries.size, value.rest, extent)].join(', ')}}`;
}

function rest(size: number, missing: Unknownness | undefined, { width }: Extent): string[] {
  const more = size > width ? [`${size - width} more`] : [];
  return missing === undefined ? more : [...more, `(unknown: ${reason(missing)})`];
}
