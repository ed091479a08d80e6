import { describe, expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import type { ProfileImpact, Simulation } from '../../model/billing/simulation.ts';
import type { ProfileChange, ProfileDifference } from '../../model/profile.ts';
import { impactBlocks } from './impact.ts';

const NONE = { base: null, head: null, delta: null, percent: null };
const place = (line: number) => ({
  file: 'billing/profiles/team.yaml',
  start: { line, column: 1 },
  end: { line, column: 1 },
});

function difference(path: string, changeClass = 'price'): ProfileDifference {
  const sides = { kind: 'changed', base: '1', head: '2' } as const;
  return { path, changeClass, ...sides, requiredBump: 'major', approval: ['finance'], source: place(4) };
}

function change(...differences: ProfileDifference[]): ProfileChange {
  return {
    ...{ id: 'team', kind: 'BillingProfile', file: 'billing/profiles/team.yaml', action: 'update' },
    ...{ baseVersion: '1.0.0', headVersion: '2.0.0', lifecycle: NONE, effectiveFrom: NONE, differences },
    ...{ requiredBump: 'major', actualBump: 'major', bumpSufficient: true, effectiveInPast: false },
    ...{ versionSource: place(1), effectiveSource: place(2) },
  };
}

function simulation(byDifference: Record<string, string>, interaction: string | null = null): Simulation {
  const impact: ProfileImpact = {
    ...{
      id: 'team',
      baseVersion: '1.0.0',
      headVersion: '2.0.0',
      currency: 'EUR',
      migrations: [],
      probes: [],
    },
    ...{ revenue: NONE, margin: NONE, customers: { total: 0, more: 0, less: 0, same: 0, new: 0, gone: 0 } },
    interaction: interaction === null ? null : decimal(interaction),
    byDifference: Object.fromEntries(
      Object.entries(byDifference).map(([path, delta]) => [path, decimal(delta)]),
    ),
  };
  return {
    replayed: true,
    totals: [],
    profiles: [impact],
    effects: [],
    usage: null,
    uncompared: [],
    unbilled: [],
    environment: 'prod',
    unread: null,
    unjudged: [],
    unknowns: [],
  };
}

function revenueOf(deltas: Record<string, string>, ...paths: string[]): string[] {
  const [, table] = impactBlocks([change(...paths.map((path) => difference(path)))], simulation(deltas));
  if (table?.kind !== 'table') throw new Error('There is no table.');
  const at = table.columns.findIndex(({ title }) => title === 'Revenue');
  return table.rows.map((row) => JSON.stringify(row[at]));
}

describe('what changes for whom', () => {
  it('says what a difference does to revenue, by its path or that of the part that it makes with others', () => {
    const found = revenueOf(
      { 'skus[a.b].price': '5', rateCard: '-1', 'discounts[x]': '0' },
      'skus[a.b].price.tiers[upTo=10].unit',
      'skus[a.b].price.tiers[upTo=20].unit',
      'rateCard',
      'discounts[x]',
      'rounding.mode',
    );
    expect(found.map((text) => /EUR|above|none|–/.exec(text)?.[0])).toEqual([
      'EUR',
      'above',
      'EUR',
      'none',
      '–',
    ]);
    expect(found[0]).toContain('5.00');
    expect(found[2]).toContain('1.00');
  });

  it('has rows for parts that follow from several differences, and for what all make only together', () => {
    const given = simulation({ 'params.a': '1', 'skus[api].price': '80' }, '-3');
    const [, table] = impactBlocks([change(difference('params.a'), difference('extends'))], given);
    if (table?.kind !== 'table') throw new Error('There is no table.');
    const texts = table.rows.map((row) => JSON.stringify([row[0], row[3], row[4]]));
    expect(texts.map((text) => /skus\[api\]\.price|together|params.a|extends/.exec(text)?.[0])).toEqual([
      ...['params.a', 'extends', 'skus[api].price', 'together'],
    ]);
    expect(texts[1]).toContain('–');
    expect(texts[2]).toContain('80.00');
    expect(texts[3]).toContain('3.00');
    expect(
      impactBlocks([change(difference('params.a'))], simulation({ 'params.a': '1' }, '0'))[1],
    ).toMatchObject({
      rows: [expect.anything()],
    });
  });

  it('has no column of revenue where nothing was replayed', () => {
    const [, table] = impactBlocks([change(difference('rateCard'))], null);
    expect(table?.kind === 'table' && table.columns.map(({ title }) => title)).not.toContain('Revenue');
  });

  it('counts differences that move no money', () => {
    const found = impactBlocks([change(difference('tests[a]', 'tests'), difference('name', 'text'))], null);
    expect(JSON.stringify(found)).toContain('Differences that move no money: 1 in tests, 1 in texts.');
    expect(found).toHaveLength(1);
  });
});
