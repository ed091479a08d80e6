import { expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import { deltaCell } from './sides.ts';

const sides = (delta: string) => ({ base: null, head: null, delta: decimal(delta), percent: null });

it.each([
  ['1', 'up', 'good'],
  ['-1', 'up', 'bad'],
  ['1', 'down', 'bad'],
  ['-1', 'down', 'good'],
] as const)('colours %s as it should where %s is good', (delta, good, tone) => {
  expect(deltaCell(sides(delta), 'USD', { good })).toMatchObject({ kind: 'toned', tone });
});

it('judges no change, and none of which nobody says what is good', () => {
  expect(deltaCell(sides('0'), 'USD', { good: 'up' })).toMatchObject({ text: 'none', tone: 'muted' });
  expect(deltaCell({ ...sides('0'), delta: null }, 'USD', { good: 'up' })).toMatchObject({ text: 'unknown' });
  expect(deltaCell(sides('1'), 'USD')).toBe('+$1.00');
});
