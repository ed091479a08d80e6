import { describe, expect, test } from 'vitest';

import { exactVersion, newestAllowed, parseConstraint } from './constraint.ts';

const VERSIONS = [
  '0.9.0',
  '1.0.0',
  '1.2.0',
  '1.2.3',
  '1.3.0',
  '1.10.0',
  '2.0.0',
  '2.1.0-beta1',
  '3.0.0-rc.1',
  'nonsense',
];

const newest = (text: string): string | undefined => {
  const constraint = parseConstraint(text);
  return constraint === undefined ? 'no constraint' : newestAllowed(VERSIONS, constraint);
};

describe('the newest version', () => {
  test.each([
    ['', '2.0.0'],
    ['1.2.3', '1.2.3'],
    ['= 1.2.3', '1.2.3'],
    ['v1.2.3', '1.2.3'],
    ['1.2', '1.2.0'],
    ['01.02.3', '1.2.3'],
    ['!= 2.0.0', '1.10.0'],
    ['> 1.2.3', '2.0.0'],
    ['> 2.0.0', undefined],
    ['>= 1.0, < 2.0', '1.10.0'],
    ['>=1.0,<1.3', '1.2.3'],
    ['<= 1.2.3', '1.2.3'],
    ['< 0.9.0', undefined],
    ['~> 1.2', '1.10.0'],
    ['~> 1.2.0', '1.2.3'],
    ['~> 1', '2.0.0'],
    ['~> 0.9', '0.9.0'],
    ['~> 1.2, != 1.10.0', '1.3.0'],
    ['2.1.0-beta1', '2.1.0-beta1'],
    ['= 3.0.0-rc.1', '3.0.0-rc.1'],
    ['>= 2.1.0-beta1', undefined],
    ['~> 3.0.0-rc.1', undefined],
    ['~> 0.9.0-rc.1', undefined],
    ['>= 0.9.0-rc.1, < 1.0', '0.9.0'],
    ['> 2.0.0, < 4.0.0', undefined],
    ['9.9.9', undefined],
  ])('that %j allows is %j', (text, expected) => {
    expect(newest(text)).toBe(expected);
  });

  test.each([
    'latest',
    '^1.2',
    '1.x',
    '>> 1',
    '1.2.3 - 2',
    '=> 1.0',
    '1.2.3.4',
    ',',
    '>= 1.0,',
    '~>',
    '1.0-',
    Array(40).fill('> 0').join(),
  ])('%j is no constraint', (text) => {
    expect(newest(text)).toBe('no constraint');
  });
});

test.each([
  ['1.2.3', '1.2.3'],
  ['= 1.2', '1.2.0'],
  ['~> 1.2.3', undefined],
  ['1.2.3, != 1.0', undefined],
  ['', undefined],
])('%j names one version: %j', (text, expected) => {
  expect(exactVersion(parseConstraint(text) ?? [])).toBe(expected);
});
