import { expect, test } from 'vitest';

import { fitSummary } from './summary.ts';

test('a short summary stays as it is', () => {
  expect(fitSummary('# Tollgate\n')).toBe('# Tollgate\n');
});

test('a long summary ends with a whole line and a note, within 1 MiB', () => {
  const fitted = fitSummary('€ per order\n'.repeat(100_000));
  expect(Buffer.byteLength(fitted)).toBeLessThan(1_048_576);
  expect(Buffer.byteLength(fitted)).toBeGreaterThan(1_048_400);
  expect(fitted).toMatch(/€ per order\n\nThe rest is left out: a job summary has at most 1 MiB\.\n$/);
});
