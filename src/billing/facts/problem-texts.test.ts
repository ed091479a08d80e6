import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { loadBilling } from '../load.ts';
import { perUnit, profile, sku } from '../simulate/test-support/world.ts';
import { problemsOf } from './problems.ts';

const SKUS = `skus:\n${sku('calls', perUnit('2'))}`;

/** What the only problem of a profile is, what is there, what should be, and the way out. */
function problem(body: string, header: Readonly<Record<string, string>> = {}) {
  const { diagnostics } = loadBilling(memoryTree(profile('pro', '1.0.0', body, header)));
  const [found, ...others] = problemsOf(diagnostics).problems;
  expect(others).toEqual([]);
  return found;
}

describe('a problem of a file says what is there, what should be, and what to do', () => {
  it.each([
    [
      'an empty list',
      problem(`${SKUS}tests:\n  - { usage: [], expect: '1' }\n`),
      { actual: '0', expected: 'at least 1 item', hint: 'Write at least 1 item.' },
    ],
    [
      'a wrong type',
      problem('skus: none\n'),
      { actual: '"none"', expected: 'a list', hint: 'Write a list.' },
    ],
    [
      'an unknown key',
      problem(`${SKUS}zzzzzzzz: 1\n`),
      { actual: '"zzzzzzzz"', expected: 'a key of a billing file' },
    ],
    [
      'a word that is none of those known',
      problem(SKUS, { lifecycle: 'zzzzzzzz' }),
      { actual: '"zzzzzzzz"', expected: 'one of draft, published, deprecated or retired' },
    ],
    [
      'a key that lacks',
      problem(`skus:\n${sku('calls', '{ model: perUnit }')}`),
      {
        actual: 'lacks the key "unit"',
        expected: 'the key "unit"',
        hint: 'Add the key "unit".',
      },
    ],
    [
      'a text of another form',
      problem(SKUS, { owner: "{ accountable: 'nobody at all' }" }),
      { actual: '"nobody at all"' },
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toMatchObject(expected);
    expect(found?.expected).not.toBeNull();
    expect(found?.hint).not.toBeNull();
  });
});
