import { byCodePoint } from '../lib/order.ts';
import type { Difference } from '../model/change.ts';
import type { ObjectValue, SequenceValue, UnknownValue, Unknownness, Value } from '../model/value.ts';
import { describeUnknown } from '../model/unknown-text.ts';
import { plain } from './plain.ts';

/** How deep and how wide a collection is shown. */
const DEPTH = 3;
const WIDTH = 5;
const LIMIT = 120;

const SENSITIVE = '(sensitive)';

/**
 * A value as short text in the manner of Terraform: `"m5.large"`, `20`, `["a", "b"]`, `(sensitive)`,
 * `(unknown: data.aws_ami.x.id is read from the cloud)`; `{a? = 1}` where the key may not be there. Sensitive parts are never printed. Not escaped for any format.
 */
export function valueText(value: Value | undefined): string {
  return plain(write(value, DEPTH), LIMIT);
}

/**
 * Both sides of a difference. A side that is sensitive hides the other as well: the mark may have been
 * added or taken away by the change itself.
 */
export function differenceText(difference: Difference): { readonly base: string; readonly head: string } {
  const { base, head } = difference;
  const hidden = isSensitive(base) || isSensitive(head);
  const show = (side: Value | undefined): string =>
    hidden && side !== undefined ? SENSITIVE : valueText(side);
  return { base: show(base), head: show(head) };
}

/** True when the value as a whole carries the sensitive mark. */
export function isSensitive(value: Value | undefined): boolean {
  return value?.sensitive === true;
}

function write(value: Value | undefined, depth: number): string {
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
      return JSON.stringify(plain(value.value, LIMIT));
    case 'unknown':
      return unknown(value, depth);
    case 'list':
    case 'set':
    case 'tuple':
      return sequence(value, depth);
    case 'object':
    case 'map':
      return object(value, depth);
  }
}

function unknown(value: UnknownValue, depth: number): string {
  const why = `(unknown: ${reason(value)})`;
  if (value.candidates !== undefined && value.candidates.length > 0 && depth > 0) {
    return `${value.candidates.map((candidate) => write(candidate, depth - 1)).join(' or ')} ${why}`;
  }
  return value.prefix === undefined ? why : `${JSON.stringify(`${plain(value.prefix, LIMIT)}…`)} ${why}`;
}

function reason(part: Unknownness): string {
  return plain(describeUnknown(part), LIMIT);
}

function sequence(value: SequenceValue, depth: number): string {
  if (depth === 0) return '[…]';
  const shown = value.items.slice(0, WIDTH).map((item) => write(item, depth - 1));
  const order = value.unplaced === undefined ? [] : [`(order unknown: ${reason(value.unplaced)})`];
  return `[${[...shown, ...rest(value.items.length, value.rest), ...order].join(', ')}]`;
}

function object(value: ObjectValue, depth: number): string {
  if (depth === 0) return '{…}';
  const shown = [...value.entries]
    .sort(([a], [b]) => byCodePoint(a, b))
    .slice(0, WIDTH)
    .map(([key, item]) => {
      const doubt = value.uncertain?.has(key) === true ? '?' : '';
      return `${plain(key, LIMIT)}${doubt} = ${write(item, depth - 1)}`;
    });
  return `{${[...shown, ...rest(value.entries.size, value.rest)].join(', ')}}`;
}

function rest(size: number, missing: Unknownness | undefined): string[] {
  const more = size > WIDTH ? [`${size - WIDTH} more`] : [];
  return missing === undefined ? more : [...more, `(unknown: ${reason(missing)})`];
}
