import { describe, expect, test } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { bothSides, type Found, shortened, sorted } from './diagnostics.ts';

/** A side with one file, and an error of the same wording at each of its lines that says `bad`. */
function side(text: string): Found {
  const diagnostics = text.split('\n').flatMap((line, index): Diagnostic[] => {
    const at = { line: index + 1, column: 1 };
    const source = { file: 'main.tf', start: at, end: at };
    return line.includes('bad') ? [{ severity: 'error', code: 'c', message: 'Bad.', source }] : [];
  });
  return { tree: memoryTree({ 'main.tf': text }), diagnostics };
}

const seen = (base: string, head: string): string[] =>
  bothSides(side(base), side(head)).map(
    ({ severity, message, source }) => `${severity} ${String(source?.start.line)} ${message}`,
  );

describe('an error of the head is a warning', () => {
  test.each<[string, string, string, string[]]>([
    ['when the file is the same', 'bad 1\n', 'bad 1\n', ['warning 1 Bad.']],
    ['when it only moved', 'bad 1\n', '\n  bad 1\n', ['warning 2 Bad.']],
    ['as often as at the base', 'bad\nbad\n', '\nbad\nbad\n', ['warning 2 Bad.', 'warning 3 Bad.']],
    ['when fewer are left', 'bad\nbad\n', 'bad\n', ['warning 1 Bad.']],
    ['but not when it is at another text', 'bad 1\n', 'good\nbad 2\n', ['error 2 Bad.']],
    ['but not when there are more', 'bad\n', 'bad\n\nbad\n', ['error 1 Bad.', 'error 3 Bad.']],
    ['but not when it is new', '', 'bad\n', ['error 1 Bad.']],
  ])('%s', (_, base, head, expected) => {
    expect(seen(base, head)).toEqual(expected);
  });
});

test('an error of the base alone is a warning that says so', () => {
  expect(seen('bad\n', '')).toEqual(['warning 1 At the base: Bad.']);
});

test('a side that grew too large is an error, whatever was there before', () => {
  const diagnostic: Diagnostic = { severity: 'error', code: 'check-limit', message: 'Too large.' };
  const same: Found = { tree: memoryTree({}), diagnostics: [diagnostic] };
  expect(bothSides(same, same)).toEqual([diagnostic]);
});

test('what the base has too is marked, and what is new is not', () => {
  const marks = (base: string, head: string): (true | undefined)[] =>
    bothSides(side(base), side(head)).map(({ standing }) => standing);
  expect(marks('bad 1\n', '\nbad 1\n')).toEqual([true]);
  expect(marks('bad 1\n', 'bad 2\n')).toEqual([undefined]);
  expect(marks('bad 1\n', '')).toEqual([undefined]);
});

test('what is said twice is shown once', () => {
  const diagnostic: Diagnostic = { severity: 'warning', code: 'c', message: 'Twice.' };
  expect(sorted([diagnostic, { ...diagnostic }])).toEqual([diagnostic]);
});

test('an error that hides the rest of a file is new whenever the file is another', () => {
  const at = { line: 1, column: 1 };
  const source = { file: 'a.tf', start: at, end: at };
  const error: Diagnostic = { severity: 'error', code: 'unreadable-file', message: 'No.', source };
  const found = (text: string): Found => ({ tree: memoryTree({ 'a.tf': text }), diagnostics: [error] });
  const severities = (base: string, head: string): string[] =>
    bothSides(found(base), found(head)).map(({ severity }) => severity);
  expect([severities('x\n1', 'x\n1'), severities('x\n1', 'x\n2')]).toEqual([['warning'], ['error']]);
});

describe('shortened', () => {
  const found = (
    file: string,
    line: number,
    code = 'c',
    severity: Diagnostic['severity'] = 'error',
  ): Diagnostic => {
    const at = { line, column: 1 };
    return { severity, code, message: `No ${line}.`, source: { file, start: at, end: at } };
  };
  const lines = (file: string, count: number): Diagnostic[] =>
    Array.from({ length: count }, (_, index) => found(file, index + 1));

  test('of one kind in one file 20 are listed, and the others counted at the place of the next', () => {
    const list = shortened([...lines('a.tf', 25), ...lines('b.tf', 3)]);

    expect(list).toHaveLength(24);
    expect(list.slice(0, 20)).toEqual(lines('a.tf', 20));
    expect(list[20]).toMatchObject({
      severity: 'error',
      code: 'c',
      message: '5 more of this kind in this file, from here on.',
      source: { file: 'a.tf', start: { line: 21 } },
    });
    expect(list.slice(21)).toEqual(lines('b.tf', 3));
  });

  test.each([
    ['as many as one more line would name', lines('a.tf', 21)],
    ['other codes', [...lines('a.tf', 20), found('a.tf', 30, 'd'), found('a.tf', 31, 'd')]],
    [
      'other severities',
      [...lines('a.tf', 20), found('a.tf', 30, 'c', 'warning'), found('a.tf', 31, 'c', 'warning')],
    ],
    [
      'what has no place',
      Array.from({ length: 30 }, () => ({ severity: 'error', code: 'c', message: 'x' }) as const),
    ],
  ])('leaves %s', (_, list) => {
    expect(shortened(list)).toEqual(list);
  });
});
