import type { Type, Value } from '../../../src/model/value.ts';
import { convert } from '../../../src/iac/terraform/evaluate/convert.ts';
import { NULL, known, list, map, object, text, unknown } from '../../../src/iac/terraform/evaluate/make.ts';
import { markSensitive } from '../../../src/iac/terraform/evaluate/marks.ts';

const STRINGS = { list: 'string' } as const;
const PAIR: Type = {
  object: new Map([
    ['a', { type: 'string', optional: false }],
    ['b', { type: 'number', optional: false }],
  ]),
};

function unknownOf(type?: Type): Value {
  return unknown('no-variable-value', { ...(type && { type }) });
}

function nullOf(type: Type): Value {
  return convert(NULL, type);
}

const xy = map(
  new Map([
    ['a', text('x')],
    ['b', text('y')],
  ]),
  'string',
);
const someUnknown = unknownOf('string');

/** The names that the expressions use: the same as `variables` of main.go. */
export const NAMES: Readonly<Record<string, Value>> = {
  u: unknownOf(),
  u_string: someUnknown,
  u_number: unknownOf('number'),
  u_bool: unknownOf('bool'),
  u_list: unknownOf(STRINGS),
  u_set: unknownOf({ set: 'string' }),
  u_map: unknownOf({ map: 'string' }),
  u_tuple: unknownOf({ tuple: ['string', 'number'] }),
  u_object: unknownOf(PAIR),
  null_string: nullOf('string'),
  null_number: nullOf('number'),
  null_bool: nullOf('bool'),
  null_list: nullOf(STRINGS),
  null_set: nullOf({ set: 'string' }),
  null_map: nullOf({ map: 'string' }),
  null_object: nullOf({ object: new Map([['a', { type: 'string', optional: false }]]) }),
  s_string: markSensitive(text('secret')),
  s_number: markSensitive(known(7)),
  s_bool: markSensitive(known(true)),
  s_list: markSensitive(convert(known(['a', 'b']), STRINGS)),
  s_map: markSensitive(xy),
  s_object: object({ a: markSensitive(text('x')), b: known(1) }),
  strings: convert(known(['b', 'a', 'b']), STRINGS),
  numbers: convert(known([3, 1, 2]), { list: 'number' }),
  string_set: convert(known(['b', 'a']), { set: 'string' }),
  string_map: xy,
  empty_list: list([], 'string'),
  empty_map: map(new Map(), 'string'),
  empty_set: convert(known([]), { set: 'string' }),
  partial_list: list([text('a'), someUnknown], 'string'),
  partial_map: map(
    new Map([
      ['a', text('x')],
      ['b', someUnknown],
    ]),
    'string',
  ),
};
