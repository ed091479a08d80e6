import { expect, it } from 'vitest';

import { decimal } from '../../../lib/decimal.ts';
import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { openCatalogue } from '../../resolve/catalogue.ts';
import {
  change,
  bindings,
  bound,
  perUnit,
  profile,
  sku,
  USED,
  OLD,
} from '../../simulate/test-support/world.ts';
import { sharedPools } from './pools.ts';
import { revenueTotals } from './totals.ts';

const rule = 'allocation:\n  - { id: shared, pool: network, method: even }\n';
const world = (unit: string, rest = '') => ({
  ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit(unit))}${rest}`),
  ...bindings,
});

it('has the place of the profile that loses most for a loss of all revenue', () => {
  const head = world('0.01');
  const { documents } = openCatalogue(memoryTree(head));
  const place = (touched: typeof documents) => revenueTotals(change(OLD, head, USED), touched)[0]?.source;
  expect(place(documents)).toMatchObject({
    file: 'billing/profiles/api.yaml',
    start: { line: 4, column: 10 },
  });
  expect(place([])).toBeNull();
});

it('has the place of the greater loss where two profiles lose', () => {
  const both = bound({ acme: 'api@1.0.0', beta: 'zoo@1.0.0' });
  const pair = (api: string, zoo: string) => ({
    ...profile('api', '1.0.0', `skus:\n${sku('disk', perUnit(api))}`),
    ...profile('zoo', '1.0.0', `skus:\n${sku('disk', perUnit(zoo))}`),
    ...both,
  });
  const place = (api: string, zoo: string) => {
    const head = pair(api, zoo);
    const { documents } = openCatalogue(memoryTree(head));
    return revenueTotals(change(pair('2', '2'), head, USED), documents)[0]?.source?.file;
  };
  expect(place('1.9', '1')).toBe('billing/profiles/zoo.yaml');
  expect(place('1', '1.9')).toBe('billing/profiles/api.yaml');
});

it('holds discounts against what would be billed without them', () => {
  const skus = `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`;
  const promo = `discounts:\n  - { id: promo, type: percent, value: '10', precedence: 1, stacking: stack }\n`;
  const head = { ...profile('api', '2.0.0', skus + promo), ...bindings };
  expect(revenueTotals(change(OLD, head, USED), [])).toMatchObject([
    { discounted: { base: { text: '0%' }, head: { text: '10%' }, rise: { text: '10 points' } } },
  ]);
});

it('has the place where the rule of a pool was', () => {
  const usage = { pools: { network: decimal('10') } };
  const pool = (base: object, head: object) => {
    const [before, after] = [base, head].map((files) => openCatalogue(memoryTree({ ...files })));
    return before && after && sharedPools(usage, before, after)[0];
  };
  expect(pool(world('1', rule), world('1', rule))).toMatchObject({
    allocated: { base: true, head: true },
    source: { file: 'billing/profiles/api.yaml', start: { line: 18 } },
  });
  expect(pool(world('1', rule), world('1'))).toMatchObject({
    allocated: { base: true, head: false },
    source: { file: 'billing/profiles/api.yaml', start: { line: 3, column: 5 } },
  });
  expect(pool(world('1'), world('1'))?.source).toBeNull();
});

it('tells what part of the revenue in a currency is of those who leave it', () => {
  const plan = (id: string, currency: string) =>
    profile(id, '1.0.0', `skus:\n${sku('disk', perUnit('1'))}`, { currency });
  const world = (id: string) => ({
    ...{ ...plan('api', 'USD'), ...plan('euro', 'EUR') },
    ...bound({ acme: 'api@1.0.0', beta: `${id}@1.0.0` }),
  });
  const moved = (id: string) =>
    revenueTotals(change(world('api'), world(id), USED), []).map((total) => [
      total.currency,
      total.moved?.text ?? null,
    ]);
  expect(moved('api')).toEqual([['USD', null]]);
  expect(moved('euro')).toEqual([
    ['EUR', null],
    ['USD', '66.7%'],
  ]);
});
