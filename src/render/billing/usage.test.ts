import { expect, it } from 'vitest';

import type { Simulation } from '../../model/billing/simulation.ts';
import { usageLines } from './usage.ts';

const origin = {
  ...{ files: ['usage.csv'], source: null, completeThrough: null, sampled: null },
  ...{ from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z' },
};
const counts = { rows: 1, accepted: 1, deduplicated: 0, pooled: 0, rejected: {} };

const nothing: Simulation = {
  ...{ replayed: true, environment: 'prod', totals: [], profiles: [], effects: [], usage: null },
  ...{ uncompared: [], unbilled: [], unread: null, unjudged: [], unknowns: [] },
};

it('says how many billing periods the sums hold', () => {
  const period = { from: '2026-04-01T00:00:00Z', to: '2026-06-01T00:00:00Z', timezone: 'UTC' };
  const periods = [
    { cadence: 'monthly', count: 2, ...period } as const,
    { cadence: 'quarterly', count: 1, ...period } as const,
  ];
  const usage = { counts, origin, coverage: { rows: null, complete: null }, periods };
  const lines = usageLines({ ...nothing, usage });
  expect(lines.slice(2)).toEqual([
    'The sums hold 2 monthly billing periods (UTC), from 2026-04-01T00:00:00Z to 2026-06-01T00:00:00Z.',
    'The sums hold 1 quarterly billing period (UTC), from 2026-04-01T00:00:00Z to 2026-06-01T00:00:00Z.',
  ]);
});

it('says whose customers they are where these are not those of production', () => {
  const usage = { counts, origin, coverage: { rows: null, complete: null }, periods: [] };
  const lines = usageLines({ ...nothing, environment: 'staging', usage });
  expect(lines).toEqual(['Customers are those of staging.', ...usageLines({ ...nothing, usage })]);
});
