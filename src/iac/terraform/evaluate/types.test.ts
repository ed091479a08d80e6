import { expect, test } from 'vitest';
import { SourceText } from '../../../model/source.ts';
import type { Type, Value } from '../../../model/value.ts';
import { parseExpressionText } from '../syntax/parse.ts';
import { known, object, unknown } from './make.ts';
import { typeText } from './type-of.ts';
import { applyType, parseType } from './types.ts';
import { evaluateText } from './vectors/evaluate-text.ts';
import { sketch } from './vectors/sketch.ts';

function typeFrom(text: string): { type: Type; messages: string[] } {
  const source = new SourceText('main.tf', text);
  const messages: string[] = [];
  const type = parseType(parseExpressionText(source).expression, source, ({ message }) =>
    messages.push(message),
  );
  return { type, messages };
}

test.each([
  ['string', 'string'],
  ['"string"', 'string'],
  ['any', 'any'],
  ['list', 'list(any)'],
  ['"map"', 'map(any)'],
  ['list(string)', 'list(string)'],
  ['set(object({b = bool, a = number}))', 'set(object({a: number, b: bool}))'],
  ['tuple([string, list(any)])', 'tuple([string, list(any)])'],
  ['object({a = optional(string)})', 'object({a: string})'],
  ['object({"a-b" = string})', 'object({a-b: string})'],
])('%s', (text, expected) => {
  const { type, messages } = typeFrom(text);
  expect(messages).toEqual([]);
  expect(typeText(type)).toBe(expected);
});

test.each([
  ['strin', 'There is no type "strin".'],
  ['optional(string)', 'optional(…) may only stand for an attribute of an object type.'],
  ['list(string, number)', 'The type list(…) takes one argument.'],
  ['tuple(string)', 'A tuple type takes a list of types: tuple([string]).'],
  ['5', 'A type is required here, such as string or list(string).'],
  [
    'object({a = optional(number, "x")})',
    'This default does not fit its type: a number is required, and this string is none.',
  ],
])('%s is reported', (text, message) => {
  expect(typeFrom(text).messages).toEqual([message]);
});

const open: Value = { ...object({ a: known('A') }), rest: { reason: 'data-source' } };

/** Type, value and what a variable of the type holds. */
const APPLIED: readonly (readonly [string, string, string])[] = [
  ['number', '"80"', '80'],
  ['string', '80', '"80"'],
  ['bool', '"true"', 'true'],
  ['bool', '1', 'error'],
  ['string', 'null', 'null'],
  ['list(string)', '["a", 1]', '["a","1"]'],
  ['list(number)', '["a"]', 'error'],
  ['set(string)', '["b", "a", "b"]', '["a","b"]'],
  ['map(string)', '{a = 1}', '{a:"1"}'],
  ['map(any)', '{a = 1, b = "x"}', '{a:"1",b:"x"}'],
  ['object({a = string})', '{a = 1, b = 2}', '{a:"1"}'],
  ['object({a = string})', '{}', 'error'],
  ['object({a = optional(string)})', '{}', '{a:null}'],
  ['object({a = optional(string, "d")})', '{}', '{a:"d"}'],
  ['object({a = optional(string, "d")})', '{a = null}', '{a:"d"}'],
  ['object({a = optional(object({b = optional(number, 1)}), {})})', '{}', '{a:{b:1}}'],
  ['map(object({n = optional(number, 3)}))', '{x = {}, y = {n = "4"}}', '{x:{n:3},y:{n:4}}'],
  ['list(object({n = optional(number, 3)}))', '[{}]', '[{n:3}]'],
  ['tuple([string, number])', '["a", "1"]', '["a",1]'],
  ['tuple([string])', '["a", "b"]', 'error'],
  ['list(string)', '"a"', 'error'],
  ['any', '{a = [1]}', '{a:[1]}'],
  ['list(any)', '[1, "a"]', '["1","a"]'],
  ['object({a = string, b = string})', 'open', '{a:"A",b:?}'],
  ['map(string)', 'open', '{a:"A",…}'],
  ['number', 'u', '?'],
];

test.each(APPLIED)('%s of %s', (type, expression, expected) => {
  const { value } = evaluateText(expression, { names: { open, u: unknown('no-variable-value') } });
  const problems: string[] = [];
  const applied = applyType(value, typeFrom(type).type, (message) => problems.push(message));
  expect(problems.length > 0 ? 'error' : sketch(applied)).toBe(expected);
});
