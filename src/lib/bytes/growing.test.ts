import { expect, test } from 'vitest';
import { grown, release } from './growing.ts';

const MB = 2 ** 20;

test.each([
  ['small', 10, 20],
  ['small and then large', 10, MB],
  ['large', MB, 3 * MB],
  ['larger than was reserved', MB, 80 * MB],
])('an array that is %s keeps its values, and has zeros besides', (_, before, after) => {
  const array = grown(new Uint8Array(1), before);
  array.fill(7);
  const larger = grown(array, after);
  expect(larger).toHaveLength(after);
  expect(larger.indexOf(0)).toBe(before);
  expect(larger.subarray(before).some((value) => value !== 0)).toBe(false);
});

test('a large array grows where it is', () => {
  const array = grown(new Int32Array(1), MB);
  expect(grown(array, 2 * MB).buffer).toBe(array.buffer);
});

test('a large array gives its memory back, and zeros come when it grows again', () => {
  const array = grown(new Float64Array(1), MB).fill(1);
  release(array);
  expect(array.buffer.byteLength).toBe(0);
  expect(grown(array, MB).every((value) => value === 0)).toBe(true);
});
