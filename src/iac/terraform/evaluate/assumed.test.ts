import { describe, expect, it } from 'vitest';
import type { Value } from '../../../model/value.ts';
import { assume, assumptionsOf } from './assumed.ts';
import { known, tuple } from './make.ts';
import { evaluateText } from './vectors/evaluate-text.ts';

const zones = assume(known(['eu-west-1a', 'eu-west-1b']), 'table of zones');
const names = { zones, plain: known(['x']), account: assume(known('1'), 'configured account') };

describe('an assumption', () => {
  it.each([
    ['zones[0]', ['table of zones']],
    ['length(zones)', ['table of zones']],
    ['"${zones[1]}-x"', ['table of zones']],
    ['[for z in zones : "x"]', ['table of zones']],
    ['zones[0] == "a"', ['table of zones']],
    ['length(zones) > 1 ? "many" : "one"', ['table of zones']],
    ['merge({ a = account }, { b = 1 })', ['configured account']],
    ['jsonencode([{ a = [account] }])', ['configured account']],
    ['merge({ a = account }, { b = 1 }).b', []],
    ['{ a = account, z = zones }', ['configured account', 'table of zones']],
    ['account == "1" ? zones[0] : ""', ['configured account', 'table of zones']],
    ['plain[0]', []],
    ['length(plain)', []],
  ])('spreads to what is made of it: %s', (expression, expected) => {
    expect(assumptionsOf(evaluateText(expression, { names }).value)).toEqual(expected);
  });

  it('stays among the places of a value, however many there are', () => {
    const long = Array.from({ length: 40 }, (_, index) => `plain[0] == "${index}"`);
    const expression = `${long.slice(0, 20).join(' || ')} || account == "2" || ${long.slice(20).join(' || ')}`;
    expect(assumptionsOf(evaluateText(expression, { names }).value)).toEqual(['configured account']);
  });

  it('is found in shared parts without walking them again and again', () => {
    let value: Value = zones;
    for (let depth = 0; depth < 40; depth++) value = tuple([value, value]);
    expect(assumptionsOf(value)).toEqual(['table of zones']);
  });
});
