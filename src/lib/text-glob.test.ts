import { describe, expect, it } from 'vitest';
import { textMatches, textPattern } from './text-glob.ts';

/** The same expression in the syntax of JavaScript. */
function expression(pattern: string): RegExp {
  const source = textPattern(pattern)
    .replace('\\A(?s:', '^(?:')
    .replace(/\)\\z$/, ')$');
  return new RegExp(source, 's');
}

describe('a glob over a text', () => {
  it.each([
    ['prod', ['prod'], ['Prod', 'prod ', 'xprod', 'prod\n']],
    ['dev-*', ['dev-', 'dev-a\nb', 'dev-a/b'], ['dev', 'my-dev-a']],
    ['*@example.com', ['a@example.com'], ['a@exampleXcom']],
    ['a.b|c(d)[e]{f}^$\\+?', ['a.b|c(d)[e]{f}^$\\+?'], ['a.b']],
    ['*', ['', 'x'], []],
    ['**', ['', 'a/b'], []],
    ['ab*ba', ['abba', 'ab-ba'], ['aba']],
    ['a*b*b', ['abb', 'a-b-b'], ['ab']],
    ['*a*', ['a', 'bab'], ['', 'b']],
    ['a?', ['a?'], ['ab']],
  ])('%j matches all of the value, here and in the policy engine', (glob, matching, others) => {
    for (const matches of [textMatches.bind(null, glob), (text: string) => expression(glob).test(text)]) {
      expect(matching.filter((value) => !matches(value))).toEqual([]);
      expect(others.filter((value) => matches(value))).toEqual([]);
    }
  });

  it('of many stars ends', () => {
    expect(textMatches('*a'.repeat(200) + '*c', 'a'.repeat(2_000) + 'b')).toBe(false);
  });
});
