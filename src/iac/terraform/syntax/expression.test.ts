import { describe, expect, it } from 'vitest';
import { shown } from './testing/show.ts';

const cases: readonly (readonly [group: string, text: string, tree: string])[] = [
  ['literals', '12', '12'],
  ['literals', '012', '12'],
  ['literals', '9007199254740993', '9007199254740993'],
  ['literals', '0.1e2', '10'],
  ['literals', '1.5E-3', '0.0015'],
  ['literals', '1000', '1000'],
  ['literals', 'true', 'true'],
  ['literals', 'null', 'null'],
  ['literals', 'truely', 'truely'],

  ['precedence', 'a || b && c == d < e + f * g', '(|| a (&& b (== c (< d (+ e (* f g))))))'],
  ['precedence', 'a * b + c < d == e && f || g', '(|| (&& (== (< (+ (* a b) c) d) e) f) g)'],
  ['precedence', 'a - b - c', '(- (- a b) c)'],
  ['precedence', 'a / b % c', '(% (/ a b) c)'],
  ['precedence', 'a == b != c', '(!= (== a b) c)'],
  ['precedence', '-a.b + !c', '(+ (- a.b) (! c))'],
  ['precedence', '!!a', '(! (! a))'],
  ['precedence', '(a + b) * c', '(* (paren (+ a b)) c)'],
  ['precedence', 'a ? b : c ? d : e', '(? a b (? c d e))'],
  ['precedence', 'a ? b ? c : d : e', '(? a (? b c d) e)'],
  ['precedence', 'a-b', 'a-b'],
  ['precedence', 'a -b', '(- a b)'],

  ['traversals', 'a.b[0]["k"].c', 'a.b[0]["k"].c'],
  ['traversals', 'a.0.b', 'a[0].b'],
  ['traversals', 'a[b.c]', '(index a b.c)'],
  ['traversals', 'a[b].c', '((index a b)).c'],
  ['traversals', 'a["${b}"]', '(index a (template b))'],
  ['traversals', 'a[true]', '(index a true)'],
  ['traversals', 'a[-1]', '(index a (- 1))'],
  ['traversals', 'a[("k")]', '(index a (paren "k"))'],
  ['traversals', 'f(x).a[1]', '((f x)).a[1]'],
  ['traversals', '(a).b', '((paren a)).b'],
  ['traversals', '"x".y', '("x").y'],

  ['splats', 'a[*].b[0]', '(splat a [*].b[0])'],
  ['splats', 'a.*.b[0]', '((splat a .*.b))[0]'],
  ['splats', 'a.*.b.0.c', '(splat a .*.b[0].c)'],
  ['splats', 'a[*][i].b', '(splat a [*][i].b)'],
  ['splats', 'a[*].b[*].c', '(splat a [*].b(splat [*].c))'],
  ['splats', 'a[*].b.*.c[0]', '(splat a [*].b(splat .*.c)[0])'],
  ['splats', 'a.*.b[*].c', '(splat (splat a .*.b) [*].c)'],
  ['splats', 'a[*]', '(splat a [*])'],
  ['splats', 'f(x)[*].a', '(splat (f x) [*].a)'],

  ['calls', 'f()', '(f)'],
  ['calls', 'f(a, b,)', '(f a b)'],
  ['calls', 'f(a, b...)', '(f a b...)'],
  ['calls', 'f(\n  a,\n  b\n)', '(f a b)'],
  ['calls', 'provider::aws::arn_parse(a)', '(provider::aws::arn_parse a)'],
  ['calls', 'true(a)', '(true a)'],

  ['collections', '[]', '[]'],
  ['collections', '[a, b,]', '[a b]'],
  ['collections', '[\n a\n , b # c\n]', '[a b]'],
  ['collections', '{}', '{}'],
  ['collections', '{ a = 1, b : 2\n c = 3 }', '{a=1 b=2 c=3}'],
  ['collections', '{\n\n a = 1 # one\n // two\n b = 2\n}', '{a=1 b=2}'],
  ['collections', '{ 1 = a, "b.c" = d, (e) = f, "${g}" = h }', '{1=a "b.c"=d (paren e)=f (template g)=h}'],
  ['collections', '{ a.b = c }', '{a.b=c}'],
  ['collections', '{ "for" = 1 }', '{"for"=1}'],
  ['collections', '{ a = [\n1,\n2\n]\n b = (c\n+ d) }', '{a=[1 2] b=(paren (+ c d))}'],

  ['for', '[for v in a : v]', '(for v in a : v)'],
  ['for', '[for k, v in a : v if c]', '(for k,v in a : v if c)'],
  ['for', '{for k, v in a : k => v}', '(for k,v in a : k=>v)'],
  ['for', '{\n for v in a :\n v => 1...\n if v }', '(for v in a : v=>1... if v)'],
  ['for', '[for for in in : in]', '(for for in in : in)'],

  ['comments', 'a /* b */ + /* c\n */ d', '(+ a d)'],
  ['comments', '(a # b\n)', '(paren a)'],

  ['errors', '', 'Expected a value, found the end of the file.'],
  ['errors', 'a b', 'Expected the end of the expression, found "b".'],
  ['errors', '[a b]', 'Expected "," or "]" after the item, found "b".'],
  ['errors', 'f(a b)', 'Expected "," or ")" after the argument, found "b".'],
  ['errors', 'f(a... b)', 'Expected ")" after "...", found "b".'],
  ['errors', '{ a }', 'Expected "=" and a value after the key, found "}".'],
  ['errors', '{ a = 1 b = 2 }', 'Expected a newline, "," or "}" after the value, found "b".'],
  ['errors', '{ for = 1 }', 'Expected a variable name after "for", found "=".'],
  ['errors', '[for, a]', 'Expected a variable name after "for", found ",".'],
  ['errors', '[for v of a : v]', 'Expected "in" after the variable of "for", found "of".'],
  [
    'errors',
    '[for k in a : k => 1]',
    '"=>" belongs in a "for" between braces: one in brackets makes a list.',
  ],
  ['errors', '{for k in a : k}', 'Expected "=>" and the value after the key of "for", found "}".'],
  ['errors', 'a ? b', 'Expected ":" and the value for false of the conditional, found the end of the file.'],
  ['errors', 'a.0.1', 'Two indexes in a row cannot be written with dots.'],
  ['errors', 'a.*.b.*', 'Expected an attribute name after ".", found "*".'],
  ['errors', 'a[*', 'Expected "]" after "*", found the end of the file.'],
  ['errors', 'a::', 'Expected a function name after "::", found the end of the file.'],
  ['errors', '1.2.3', 'This is not a number, or is out of the range that is read.'],
  ['errors', '1e1001', 'This is not a number, or is out of the range that is read.'],
  ['errors', 'a & b', 'Expected the end of the expression, found "&".'],
  ['errors', '“a”', 'Expected a value, found the character U+201C.'],
  ['errors', '/* a', 'Expected a value, found "/".'],
];

describe('expressions', () => {
  it.each(cases)('%s: %s', (_group, text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  it('do not continue on the next line outside of brackets', () => {
    expect(shown('(a\n+ b)')).toBe('(paren (+ a b))');
    expect(shown('{ a = b\n + c }')).toBe('Expected a value, found "+".');
  });

  it('never show what a string holds', () => {
    expect(shown('[a "secret"]')).toBe('Expected "," or "]" after the item, found a string.');
  });
});
