import { describe, expect, it } from 'vitest';

import { compare, draft, edit, golden, published } from '../../../test/golden/billing/compare.ts';

/** Half of the customers have the version since the middle of January, all of them from March on. */
const EARLY = '{ percent: "50", from: 2026-01-15T00:00:00Z }';
const LATE = '{ percent: "100", from: 2026-03-01T00:00:00Z }';

/** What is published, or a draft of it, with a rollout of the cohorts; without one where there are none. */
function rolledOut(cohorts: readonly string[], source = published, mode = 'all'): string {
  const rollout = cohorts.length === 0 ? '' : `rollout: { cohorts: [${cohorts.join(', ')}] }\n`;
  return edit(source, ['mode: newOnly', `mode: ${mode}`], ['x-ticket', `${rollout}x-ticket`]);
}

/** Classes of the differences, each once. */
function classes(base: string, head: string, file?: string): string[] {
  const { changes } = compare(base, head, file);
  return [
    ...new Set(changes.flatMap(({ differences }) => differences.map(({ changeClass }) => changeClass))),
  ];
}

describe('a rollout', () => {
  const base = rolledOut([EARLY, LATE]);

  it.each<[string, string[]]>([
    ['another share of a cohort that has begun', [EARLY.replace('50', '99'), LATE]],
    ['another date of a cohort that has begun', [EARLY.replace('01-15', '01-10'), LATE]],
    ['a cohort that would have begun', [EARLY, LATE.replace('03-01', '01-20')]],
    ['a cohort more that would have begun', [EARLY, '{ percent: "60", from: 2026-01-20T00:00:00Z }', LATE]],
    ['nothing but the later cohort', [LATE]],
    ['no cohorts, so that all had it at once', []],
  ])('cannot have %s', (_, cohorts) => {
    expect(classes(base, rolledOut(cohorts))).toEqual(['rollout-in-past']);
    expect(compare(base, rolledOut(cohorts)).changes).toMatchObject([{ requiredBump: 'refused' }]);
  });

  it.each<[string, string, string]>([
    ['another date for those who wait', base, rolledOut([EARLY, LATE.replace('03-01', '04-01')])],
    [
      'another cohort to come',
      base,
      rolledOut([EARLY, '{ percent: "60", from: 2026-02-15T00:00:00Z }', LATE]),
    ],
    ['another share of a draft', rolledOut([EARLY, LATE], draft), rolledOut([LATE], draft)],
    [
      'cohorts of a version that moves nobody',
      rolledOut([EARLY, LATE], published, 'newOnly'),
      rolledOut([LATE], published, 'newOnly'),
    ],
  ])('can have %s', (_, before, after) => {
    expect(classes(before, after)).toEqual(['rollout']);
    expect(compare(before, after).changes).toMatchObject([{ bumpSufficient: true }]);
  });

  it('cannot begin to hold back those who have the version', () => {
    expect(classes(rolledOut([]), rolledOut([LATE]))).toEqual(['rollout-in-past']);
  });
});

describe('an exchange rate', () => {
  const table = golden('exchange.yaml');
  const fx = (head: string) => classes(table, head, 'billing/fx/ecb.yaml');

  it('of a day that has begun is not taken out', () => {
    expect(fx(edit(table, ['date: 2026-01-30', 'date: 2026-01-31']))).toContain('rate-in-past');
  });

  it('of a day that has begun may be signed, and others added', () => {
    expect(fx(edit(table, ['signedBy:', 'x-seen: yes, signedBy:']))).not.toContain('rate-in-past');
    const more = "  - { from: EUR, to: USD, date: 2026-02-01, rate: '1.1', source: desk }\n";
    expect(fx(`${table.trimEnd()}\n${more}`)).toEqual(['exchange-rate']);
  });
});
