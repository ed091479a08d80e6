import { describe, expect, it } from 'vitest';

import { billingChanges } from '../../src/billing/changes.ts';
import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { committed, generatedFiles } from './files.ts';
import { findingsOf, judged, NOW } from './judged.ts';
import { sidesOf } from './sides.ts';

describe('what is generated of the examples', () => {
  it.each(Object.entries(generatedFiles()))('%s is as tools/examples writes it', (path, text) => {
    expect(committed(path)).toBe(text);
  });

  it.each(['shop', 'saas-billing'])('is all that %s lacks: its billing files have nothing wrong', (example) => {
    const { base, head } = sidesOf(example);
    expect(openCatalogue(memoryTree(base)).diagnostics).toEqual([]);
    expect(openCatalogue(memoryTree(head)).diagnostics).toEqual([]);
  });
});

describe('examples/shop', () => {
  it('shows what it is meant to show, and nothing else', async () => {
    const result = await judged('shop');
    expect(findingsOf(result)).toEqual([
      'fail BP-202 billing/profiles/storefront.yaml',
      'fail required-tags infra/data.tf',
      'fail monthly-increase-limit tollgate.yml',
      'warn unit-increase-limit tollgate.yml',
    ]);
    expect(result.diagnostics).toEqual([]);
  });

  it('shows which sellers pay more', async () => {
    const { simulation } = await judged('shop');
    const [total] = simulation?.totals ?? [];
    expect(simulation?.unknowns).toEqual([]);
    expect(total?.customers).toEqual({ total: 6, more: 5, less: 0, same: 1, new: 0, gone: 0 });
    // 0.01 more for each order between 1,000 and 10,000, less the discount of 10 percent.
    expect(total?.movers.map(({ customer, revenue }) => [customer, revenue.delta?.toFixed()])).toEqual([
      ['s-1488', '81'],
      ['s-1561', '81'],
      ['s-1352', '75.6'],
      ['s-1204', '43.2'],
      ['s-1130', '11.7'],
    ]);
  });
});

describe('examples/saas-billing', () => {
  it('passes', async () => {
    const result = await judged('saas-billing');
    expect([result.verdict.state, findingsOf(result), result.diagnostics]).toEqual(['pass', [], []]);
  });

  it('shows what its change does to recorded usage', async () => {
    const { simulation } = await judged('saas-billing');
    const [total] = simulation?.totals ?? [];
    expect(simulation?.unknowns).toEqual([
      'Discount spring-2027 of team@3.0.0 begins at 2027-03-01T00:00:00Z and ends at 2027-06-01T00:00:00Z: the sums count it as running, and limits are held without it too.',
    ]);
    expect(total?.revenue.delta?.toFixed()).toBe('395.51');
    expect(total?.customers).toEqual({ total: 40, more: 32, less: 3, same: 5, new: 0, gone: 0 });
    expect(total?.units.map(({ id, revenue }) => [id, revenue.delta?.gt('0')])).toEqual([
      ['calls', true],
      ['seats', true],
    ]);
  });

  it('keeps every version of two years', () => {
    const { versions } = openCatalogue(memoryTree(sidesOf('saas-billing').head));
    const kept = ['team', 'enterprise'].map((id) => versions(id).map(({ terms }) => terms.version));
    expect(kept).toEqual([
      ['1.0.0', '1.1.0', '2.0.0', '3.0.0'],
      ['1.0.0', '2.0.0'],
    ]);
  });

  it('changes prices in a new major version that is announced in time', () => {
    const { base, head } = sidesOf('saas-billing');
    const { changes } = billingChanges(memoryTree(base), memoryTree(head), NOW);
    expect(changes.map(({ id, requiredBump, actualBump }) => [id, requiredBump, actualBump])).toEqual([
      ['team', 'major', 'major'],
      ['platform', 'major', 'major'],
    ]);
  });
});
