import { describe, expect, it } from 'vitest';

import { compare, edit, published } from '../../../test/golden/billing/compare.ts';

describe('what a calendar does not have', () => {
  const rollout = (cohorts: string): [string, string] => [
    'x-ticket',
    `rollout: { cohorts: [${cohorts}] }\nx-ticket`,
  ];
  it.each<[string, [string, string], string]>([
    [
      'a time zone',
      ['timezone: UTC', 'timezone: Europe/Berlln'],
      'unknown-timezone 16 There is no time zone "Europe/Berlln".',
    ],
    [
      'a migration before the version',
      ['{ mode: newOnly }', '{ mode: existingFrom, date: 2025-12-31T00:00:00Z }'],
      'migration-too-early 11 Customers would move at 2025-12-31T00:00:00Z, before the version begins at 2026-01-01T00:00:00Z.',
    ],
    [
      'a rollout to a part',
      rollout("{ percent: '10', from: 2026-01-01T00:00:00Z }, { percent: '60', from: 2026-02-01T00:00:00Z }"),
      'rollout 64 The rollout ends at 60 percent of all customers, not at 100.',
    ],
    [
      'a rollout that goes back',
      rollout(
        "{ percent: '60', from: 2026-02-01T00:00:00Z }, { percent: '100', from: 2026-01-01T00:00:00Z }",
      ),
      'rollout 64 Cohorts must rise in their dates and in their shares of all customers.',
    ],
  ])('%s', (_, change, expected) => {
    const found = compare(undefined, edit(published, change)).diagnostics;
    expect(found.map(({ code, source, message }) => `${code} ${source?.start.line ?? 0} ${message}`)).toEqual(
      [expected],
    );
  });

  it('takes a rollout that ends with all', () => {
    const change = rollout(
      "{ percent: '0.5', from: 2026-01-01T00:00:00Z }, { percent: '100', from: 2026-02-01T00:00:00Z }",
    );
    expect(compare(undefined, edit(published, change)).diagnostics).toEqual([]);
  });
});
