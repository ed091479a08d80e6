import { decimal } from '../../lib/decimal.ts';
import type { Resource } from '../../model/resource.ts';
import type { ObjectValue, UnknownValue, Value } from '../../model/value.ts';

const position = { line: 1, column: 1 };

/** Plain data, with values of the model where they stand. */
export type Plain =
  null | boolean | number | string | Value | readonly Plain[] | { readonly [key: string]: Plain };

/** A value of plain data: numbers by their decimal text, objects as blocks. */
export function valueOf(plain: Plain): Value {
  const origin: [] = [];
  if (plain === null) return { kind: 'null', origin };
  if (typeof plain === 'boolean') return { kind: 'bool', value: plain, origin };
  if (typeof plain === 'number') return { kind: 'number', value: decimal(String(plain)), origin };
  if (typeof plain === 'string') return { kind: 'string', value: plain, origin };
  if (isList(plain)) return { kind: 'list', items: plain.map(valueOf), origin };
  if ('kind' in plain && 'origin' in plain) return plain as Value;
  const entries = Object.entries(plain);
  return { kind: 'object', entries: new Map(entries.map(([key, value]) => [key, valueOf(value)])), origin };
}

/** A value that is not known. */
export function unknownValue(rest: Partial<UnknownValue> = {}): UnknownValue {
  return { kind: 'unknown', reason: 'data-source', detail: 'data.x.y', origin: [], ...rest };
}

/** A resource in us-east-1. */
export function resourceOf(
  address: string,
  attributes: { readonly [key: string]: Plain },
  rest: Partial<Resource> = {},
): Resource {
  const [type = '', name = ''] = address.split('.');
  return {
    address,
    type,
    name,
    modulePath: '',
    provider: { name: 'aws', defaultTags: valueOf(null) },
    region: valueOf('us-east-1'),
    attributes: valueOf(attributes) as ObjectValue,
    source: { file: 'main.tf', start: position, end: position },
    project: 'p',
    repetition: 'exact',
    ...rest,
  };
}

function isList(plain: object): plain is readonly Plain[] {
  return Array.isArray(plain);
}
