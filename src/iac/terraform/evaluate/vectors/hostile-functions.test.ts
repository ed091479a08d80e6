import { expect, test } from 'vitest';
import { SourceText } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { parseExpressionText } from '../../syntax/parse.ts';
import { evaluate } from '../expression.ts';
import { FUNCTIONS, SPECIAL } from '../functions/table.ts';
import { MAX_WEIGHT } from '../limits.ts';
import { known, list, map, text, tuple } from '../make.ts';
import { traits } from '../traits.ts';
import { scopeOf } from './evaluate-text.ts';

const MANY = 10_000;
const STEPS = 20_000_000;

/** Nested so deep that a walk without limit would end in a stack overflow. */
function nested(depth: number): Value {
  let value: Value = text('x');
  for (let i = 0; i < depth; i++) value = tuple([value]);
  return value;
}

/** Shares its parts, so that it is small in memory and huge when written out. */
function shared(): Value {
  let value: Value = text('x'.repeat(1_000));
  for (let i = 0; i < 10; i++) value = tuple([value, value]);
  return value;
}

const letters = Array.from({ length: MANY }, (_, i) => text(String(i)));
const names: Readonly<Record<string, Value>> = {
  long: text('a/(b)*%s${x}&<\n'.repeat(5_000)),
  letters: list(letters, 'string'),
  pairs: map(new Map(letters.map((letter, i) => [String(i), letter])), 'string'),
  deep: nested(150),
  wide: shared(),
  huge: known('9'.repeat(900)),
  small: known(-1),
};

const calls = Object.keys(names).flatMap((name) => [
  `(${name})`,
  `(${name}, ${name})`,
  `(${name}, 2)`,
  `(2, ${name})`,
  `("a", ${name})`,
  `(${name}, "a")`,
  `(${name}, ${name}, ${name})`,
  `(letters, letters, ${name})`,
  `([${name}, ${name}]...)`,
]);

test.each([...Object.keys(FUNCTIONS), ...SPECIAL])('%s() over hostile arguments stays bounded', (name) => {
  for (const call of calls) {
    const source = new SourceText('main.tf', `${name}${call}`);
    let steps = STEPS;
    const spend = (count: number): boolean => (steps -= count) > 0;
    const scope = { ...scopeOf(source, { names }, []), spend };
    const value = evaluate(parseExpressionText(source).expression, scope);
    expect(traits(value).weight).toBeLessThanOrEqual(MAX_WEIGHT);
  }
});
