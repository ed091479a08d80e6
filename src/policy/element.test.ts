import { describe, expect, it } from 'vitest';
import { readElements } from './element.ts';
import { at } from './testdata/facts.ts';

describe('readElements', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing of an undefined rule', undefined, []],
    ['a text', ['a'], [{ msg: 'a' }]],
    [
      'an object with all its parts',
      [
        {
          msg: 'm',
          resource: 'r',
          subject: 's',
          id: 'i',
          actual: 'a',
          expected: 'e',
          fix: 'f',
          source: at('main.tf', 2),
          details: { n: 1 },
        },
      ],
      [
        {
          msg: 'm',
          resource: 'r',
          subject: 's',
          id: 'i',
          actual: 'a',
          expected: 'e',
          fix: 'f',
          source: at('main.tf', 2),
          details: { n: 1 },
        },
      ],
    ],
    ['null as not given', [{ msg: 'm', actual: null, source: null, details: null }], [{ msg: 'm' }]],
    [
      'unknown keys in the details',
      [{ msg: 'm', team: 'x', details: { n: 1 } }],
      [{ msg: 'm', details: { n: 1, team: 'x' } }],
    ],
    ['a long text cut', ['x'.repeat(3000)], [{ msg: `${'x'.repeat(2000)}…` }]],
    ['a long text cut between letters', [`a${'😀'.repeat(2000)}`], [{ msg: `a${'😀'.repeat(999)}…` }]],
  ])('reads %s', (_, value, elements) => {
    expect(readElements('a/deny', value)).toEqual(elements);
  });

  it.each<[string, unknown]>([
    ['a/deny is not a set of findings.', true],
    ['a/deny is not a set of findings.', { msg: 'a' }],
    ['a/deny: a finding is neither a string nor an object.', [1]],
    ['a/deny: a finding is neither a string nor an object.', [null]],
    ['a/deny: a finding is neither a string nor an object.', [['a']]],
    ['a/deny: a finding has no text `msg`.', [{}]],
    ['a/deny: a finding has no text `msg`.', [{ msg: 1 }]],
    ['a/deny: `actual` of a finding is not a string.', [{ msg: 'a', actual: 3 }]],
    ['a/deny: `details` of a finding is not an object.', [{ msg: 'a', details: [] }]],
    [
      'a/deny: `source` of a finding is not a place as the input has them.',
      [{ msg: 'a', source: 'main.tf:3' }],
    ],
    [
      'a/deny: `source` of a finding is not a place as the input has them.',
      [{ msg: 'a', source: { file: 'x', start: { line: 0, column: 1 } } }],
    ],
  ])('refuses with "%s"', (message, value) => {
    expect(() => readElements('a/deny', value)).toThrow(message);
  });
});
