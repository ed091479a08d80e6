import { expect, it } from 'vitest';

import type { Simulation } from '../../model/billing/simulation.ts';
import { isToRun } from './steady.ts';
import {
  bindings,
  bound,
  change,
  NOW,
  OLD,
  only,
  openSides,
  perUnit,
  profile,
  sku,
  text,
  USED,
} from './test-support/world.ts';

const TEN_TIMES = `skus:\n${sku('calls', perUnit('1'))}${sku('disk', perUnit('20'))}`;
const SAME = `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`;
const discount = (dates: string) =>
  `discounts:\n  - { id: promo, type: percent, value: '90', precedence: 1, stacking: stack${dates} }\n`;
const head = (body: string, header = {}) => ({ ...profile('api', '2.0.0', body, header), ...bindings });
const DAY = ', from: 2026-08-01T00:00:00Z, to: 2026-08-02T00:00:00Z';
const times = ({ effects }: Simulation) =>
  effects.flatMap(({ id, otherTimes }) =>
    otherTimes.map(({ when, revenue }) => `${id} ${when}: ${text(revenue)}`),
  );

it('tells what is paid once promotions have ended', () => {
  const found = change(OLD, head(TEN_TIMES + discount(DAY)), USED);
  expect(text(only(found).revenue)).toBe('130 -> 130 (0)');
  expect(times(found)).toEqual(['api once promotions have ended: 130 -> 1300 (1170)']);
  expect(found.effects[0]?.otherTimes[0]?.largest.increase?.revenue.percent?.toFixed()).toBe('900');
  expect(times(change(OLD, head(TEN_TIMES + discount('')), USED))).toEqual([]);
});

it('takes what ends by itself off both sides', () => {
  const before = { ...profile('api', '1.0.0', SAME + discount(DAY)), ...bindings };
  const found = change(before, head(TEN_TIMES + discount(DAY)), USED);
  expect(times(found)).toEqual(['api once promotions have ended: 130 -> 1300 (1170)']);
  // Nothing of it is new.
  expect(
    times(change(before, { ...before, ...bound({ acme: 'api@1.0.0', beta: 'api@1.0.0' }) }, USED)),
  ).toEqual([]);
});

it('takes a promotion for no loss that goes on, where another one ends', () => {
  const other = discount(DAY).replace('discounts:\n', '').replace('id: promo', 'id: other');
  const before = { ...profile('api', '1.0.0', SAME + discount(DAY)), ...bindings };
  const found = change(before, head(SAME + discount('') + other), USED);
  expect(times(found)).toEqual(['api once promotions have ended: 13 -> 13 (0)']);
});

it('sees it where customers are bound to a profile that is there already', () => {
  const promoted = profile('dear', '1.0.0', TEN_TIMES + discount(DAY));
  const before = { ...OLD, ...promoted };
  const found = change(before, { ...before, ...bound({ acme: 'dear@1.0.0', beta: 'api@1.0.0' }) }, USED);
  expect(text(only(found).revenue)).toBe('130 -> 130 (0)');
  expect(times(found)).toEqual(['dear once promotions have ended: 110 -> 1100 (990)']);
});

it('counts a promotion for nothing that is over before its version begins', () => {
  const early = discount(', from: 2026-07-01T00:00:00Z, to: 2026-07-02T00:00:00Z');
  const found = change(OLD, head(TEN_TIMES + early), USED);
  expect(text(only(found).revenue)).toBe('130 -> 1300 (1170)');
  expect(found.unknowns.join()).toContain('its version is never in force then, and no sum has it.');
});

it('counts a promotion that both sides have, though the version of head begins after it', () => {
  const early = discount(', from: 2026-06-01T00:00:00Z, to: 2026-07-01T00:00:00Z');
  const before = { ...profile('api', '1.0.0', SAME + early), ...bindings };
  const found = change(before, head(TEN_TIMES + early), USED);
  expect(text(only(found).revenue)).toBe('13 -> 130 (117)');
  expect(times(found)).toEqual(['api once promotions have ended: 130 -> 1300 (1170)']);
});

it.each([
  [', from: 2026-12-31T00:00:00Z, to: 2027-03-01T00:00:00Z', true],
  [', from: 2027-01-01T00:00:00Z, to: 2027-03-01T00:00:00Z', false],
])('counts a promotion only where it begins before its version has ended: %s', (dates, isCounted) => {
  const effective = '{ from: 2026-08-01T00:00:00Z, to: 2027-01-01T00:00:00Z }';
  const { profiles } = openSides(OLD, head(SAME + discount(dates), { effective })).head;
  const runs = profiles.map(({ terms }) => terms.discounts.map((one) => isToRun(one, terms, NOW)));
  expect(runs).toEqual([[isCounted]]);
});

it('tells what is paid while terms differ in another way than those that are compared', () => {
  const path = 'billing/bindings/prod.yaml';
  const lines = [
    'profile: api@1.0.0, from: 2026-01-01T00:00:00Z, to: 2026-08-01T00:00:00Z',
    'profile: dear@1.0.0, from: 2026-08-01T00:00:00Z, to: 2026-10-01T00:00:00Z',
    'profile: api@1.0.0, from: 2026-10-01T00:00:00Z, tags: { tier: one }',
  ].map((rest) => `  - { type: tenant, id: acme, ${rest} }\n`);
  // Its days are in no period of the month that the other profile has.
  const dear = profile('dear', '1.0.0', TEN_TIMES, { timezone: 'Europe/Berlin' });
  const before = { ...OLD, ...bound({ acme: 'api@1.0.0' }) };
  const after = { ...OLD, ...dear, [path]: (bound({})[path] ?? '') + lines.join('') };
  const found = change(before, after, USED);
  expect(text(only(found).revenue)).toBe('110 -> 110 (0)');
  expect(times(found)).toEqual(['dear from 2026-08-01T00:00:00Z on: 110 -> 1100 (990)']);
});

it('says at how many instants limits are not held', () => {
  const path = 'billing/bindings/prod.yaml';
  const day = (index: number) => new Date(Date.UTC(2026, 7, 1 + index)).toISOString().replace('.000Z', 'Z');
  const lines = Array.from({ length: 23 }, (_, index) => {
    const to = index === 22 ? '' : `, to: ${day(index)}`;
    const from = index === 0 ? '2026-01-01T00:00:00Z' : day(index - 1);
    return `  - { type: tenant, id: acme, profile: api@1.0.0, from: ${from}${to}, tags: { tier: t${index} } }\n`;
  });
  const found = change(
    { ...OLD, ...bound({ acme: 'api@1.0.0' }) },
    { ...OLD, [path]: (bound({})[path] ?? '') + lines.join('') },
    USED,
  );
  expect(found.unjudged).toMatchObject([{ kind: 'time', profile: 'api', customers: 1 }]);
});
