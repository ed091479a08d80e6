import { expect, it } from 'vitest';

import { usageLines } from './usage.ts';

const origin = {
  ...{ files: ['usage.csv'], source: null, completeThrough: null, sampled: null },
  ...{ from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z' },
};
const counts = { rows: 1, accepted: 1, deduplicated: 0, pooled: 0, rejected: {} };

it('says how many billing periods the sums hold', () => {
  const period = { from: '2026-04-01T00:00:00Z', to: '2026-06-01T00:00:00Z', timezone: 'UTC' };
  const periods = [
    { cadence: 'monthly', count: 2, ...period } as const,
    { cadence: 'quarterly', count: 1, ...period } as const,
  ];
  const usage = { counts, origin, coverage: { rows: null, complete: null }, periods };
  const lines = usageLines({
    ...{
      replayed: true,
      totals: [],
      profiles: [],
      effects: [],
      uncompared: [],
      unbilled: [],
      unread: null,
      unknowns: [],
    },
    usage,
  });
  expect(lines.slice(2)).toEqual([
    'The sums hold 2 monthly billing periods (UTC), from 2026-04-01T00:00:00Z to 2026-06-01T00:00:00Z.',
    'The sums hold 1 quarterly billing period (UTC), from 2026-04-01T00:00:00Z to 2026-06-01T00:00:00Z.',
  ]);
});
