import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value } from '../../../../model/value.ts';
import { sameValue } from '../equal.ts';
import { known, object, tuple, unknown, unknownLike } from '../make.ts';
import { isWhollyKnown } from '../traits.ts';
import { typeOf } from '../type-of.ts';
import { evaluateText } from './evaluate-text.ts';

const EXPRESSIONS = [
  'merge({a = "0"}, m, {z = "1"})',
  'merge(m, n).a',
  'lookup(m, "a", "none")',
  'concat(l, ["x"], k)',
  'concat(l, ["x"])[0]',
  'element(concat(l, ["x"]), 1)',
  'contains(l, "a")',
  'contains(concat(l, k), s)',
  'length(l) > 0 ? l[0] : "none"',
  'length(distinct(concat(l, k)))',
  'sort(concat(l, k))',
  'compact(concat(l, [s]))',
  'flatten([l, [s], [k]])',
  'join(",", l)',
  'toset(concat(l, [s]))',
  'keys(m)',
  'values(merge(m, n))',
  'length(merge(m, n))',
  'try(m.a, "none")',
  'try(m.b, l[0], s)',
  'try(l[1], m.a, "none")',
  'can(m.a)',
  'coalesce(s, "none")',
  'one(slice(l, 0, length(l) > 0 ? 1 : 0))',
  '[for x in l : upper(x) if x != s]',
  '{for k, v in m : v => k...}',
  '{for k, v in m : k => v if v != s}',
  '[for k, v in merge(m, n) : "${k}=${v}"]',
  's == "a" ? m : n',
  's == "a" ? l : k',
  's == "a" ? l[0] : "a"',
  '"${s}-x"',
  'startswith("a-${s}", "a-b")',
  's == "a" && contains(l, s)',
  's == "a" || length(l) == 1',
  'm == n',
  'l == k',
  'zipmap(l, l)',
  'setunion(l, k)',
  'setsubtract(toset(concat(l, ["x"])), ["x"])',
  'reverse(l)',
  'jsonencode([m, l])',
  'tomap(m)',
  '[for x in [m, n] : x.a]',
  '[m, n][*].a',
  '{(s) = 1, a = 2}',
  '{a = 2, (s) = 1}',
  'index(l, s)',
  'alltrue([s == "a", length(l) > 0])',
  'formatlist("%s-%s", l, s)',
  'chunklist(concat(l, k), 2)',
  'slice(concat(l, ["x", "y"]), 0, 2)',
  'element(concat(l, ["x"]), -1)',
  'one(slice(concat(l, ["x"]), 0, 1))',
  'convert(l, set(string))',
  'convert(m, object({a = optional(string, "none")}))',
  'convert([s, 1], list(any))',
  'assumelistlengthmin(concat(l, ["x"]), 1)',
  'length(assumelistlength(slice(concat(l, ["x", "y"]), 0, 2), 2, 2))',
  'assumeequal(s, s)',
  'assumestringprefix("a${s}", "a")',
  'setintersection(l, k)',
  'setproduct(l, k)',
  'index(concat(l, ["x"]), "x")',
  'coalesce(s, null, "none")',
  'coalescelist(l, k, ["none"])',
  'lookup(m, "a", s)',
  'lookup(tomap(merge({z = "1"}, m)), "a", 2)',
  'zipmap(concat(["q"], l), concat(["r"], l))',
  'matchkeys(l, l, k)',
  'transpose({a = l, b = k})',
  'formatlist("%s-%s", concat(l, k), "x")',
  'regexall("a|b", "${s}a")',
  'provider::terraform::encode_expr({a = l, b = m})',
  'yamlencode({a = s, b = l})',
  's == "a" || s == null',
  's == "a" && s != "b"',
  'true ? l : ["x", "y"]',
  's == "a" ? {a = s} : m',
  '[for k2, v in m : v][*]',
  'distinct(concat([s], l))',
  'issensitive(s)',
] as const;

const word = fc.constantFrom('a', 'b', '', 'x');
const words = fc.array(word, { maxLength: 3 });
const record = fc.dictionary(fc.constantFrom('a', 'b', 'z'), word, { maxKeys: 3, noNullPrototype: true });
const inputs = fc.record({ s: word, l: words, k: words, m: record, n: record });

/** The value with some parts replaced by an unknown; a list or object may also be left open at its end. */
function widen(value: Value, choose: () => number): Value {
  if (choose() === 0) return unknown('no-variable-value');
  if (choose() === 0) return { ...unknownLike({ reason: 'no-variable-value' }), type: typeOf(value) };
  if (value.kind === 'tuple') {
    const cut = choose() === 0 ? Math.floor(value.items.length / 2) : value.items.length;
    const widened = tuple(value.items.slice(0, cut).map((item) => widen(item, choose)));
    return choose() <= 1 || cut < value.items.length
      ? { ...widened, rest: { reason: 'no-variable-value' } }
      : widened;
  }
  if (value.kind !== 'object') return value;
  const entries = [...value.entries].filter(() => choose() !== 1);
  const widened = object(new Map(entries.map(([key, entry]) => [key, widen(entry, choose)])));
  const open = entries.length < value.entries.size || choose() === 0;
  return open ? { ...widened, rest: { reason: 'no-variable-value' } } : widened;
}

/** Whether what is known of `wide` also holds for `exact`. */
function agrees(wide: Value, exact: Value): boolean {
  return sameValue(wide, exact) !== 'different';
}

test('what is known with unknown inputs holds for all known ones', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...EXPRESSIONS),
      inputs,
      fc.array(fc.nat(6), { minLength: 8, maxLength: 40 }),
      (expression, raw, choices) => {
        let at = 0;
        const choose = (): number => choices[at++ % choices.length] ?? 6;
        const exactNames = Object.fromEntries(Object.entries(raw).map(([name, data]) => [name, known(data)]));
        const wideNames = Object.fromEntries(
          Object.entries(exactNames).map(([name, value]) => [name, widen(value, choose)]),
        );
        const exact = evaluateText(expression, { names: exactNames });
        const wide = evaluateText(expression, { names: wideNames });
        if (exact.diagnostics.length > 0 || wide.diagnostics.length > 0) return;
        expect(agrees(wide.value, exact.value), `${expression} with ${JSON.stringify(raw)}`).toBe(true);
        if (isWhollyKnown(wide.value)) expect(sameValue(wide.value, exact.value)).toBe('same');
      },
    ),
    { numRuns: 6000, seed: 7 },
  );
});
