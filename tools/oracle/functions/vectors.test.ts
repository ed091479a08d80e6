import { expect, test } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import { REASONS, readDeviations, readVectors } from './deviation.ts';
import { evaluateOurs } from './ours.ts';
import type { Outcome, Vector } from './vector.ts';

const vectors = readVectors();
const deviations = readDeviations();

function recorded({ error, type, value, sensitive }: Vector): Outcome {
  return error ? { error } : { type, value, ...(sensitive && { sensitive }) };
}

/** What ours says of a vector where it is neither the recorded answer nor a deviation that is meant. */
function surprise(vector: Vector): unknown[] {
  const { expression } = vector;
  const { outcome } = evaluateOurs(expression);
  const wanted = deviations.get(expression)?.ours ?? recorded(vector);
  return isDeepStrictEqual(outcome, wanted) ? [] : [{ expression, wanted, outcome }];
}

test.each([...vectors])('%s: value and type are those of the implementations', (_topic, all) => {
  expect(all.flatMap(surprise)).toEqual([]);
});

test('there are enough vectors, and none twice', () => {
  const all = [...vectors.values()].flat().map(({ expression }) => expression);
  expect(all.length).toBeGreaterThan(4_000);
  expect(new Set(all).size).toBe(all.length);
});

test('every deviation has a reason, a vector, and differs from it', () => {
  const all = new Map([...vectors.values()].flat().map((vector) => [vector.expression, vector]));
  const needless = [...deviations.values()].filter(({ expression, reason, ours }) => {
    const vector = all.get(expression);
    if (!vector || !(reason in REASONS)) return true;
    return isDeepStrictEqual(recorded(vector), ours);
  });
  expect(needless).toEqual([]);
});
