import { expect, it } from 'vitest';
import { append } from './append.ts';

it('adds more items than a call takes arguments', () => {
  const list = [0];
  append(
    list,
    Array.from({ length: 250_000 }, (_, index) => index + 1),
  );
  expect([list.length, list[1], list.at(-1)]).toEqual([250_001, 1, 250_000]);
});
