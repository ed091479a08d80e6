import { expect, it } from 'vitest';
import { bound, change, OLD, perUnit, profile, sku, text, USED, type Used } from './test-support/world.ts';

const version = (id: string, number: string, skus: string, rest: Readonly<Record<string, string>> = {}) =>
  profile(id, number, `skus:\n${skus}`, rest);
const cheap = version('cheap', '1.0.0', sku('calls', perUnit('0.1')));
const dear = version('dear', '1.0.0', sku('calls', perUnit('0.3')));
const used = (...customers: string[]): Used[] =>
  customers.map((customer) => ({ customer, key: 'calls', quantity: '100' }));

it('is there for profiles whose customers are bound anew, though no profile changes', () => {
  const to = (a: string, b: string) => ({
    ...cheap,
    ...dear,
    ...bound({ acme: `${a}@1.0.0`, beta: `${b}@1.0.0` }),
  });
  const { profiles, effects } = change(to('cheap', 'dear'), to('dear', 'cheap'), used('acme', 'beta'));
  expect(profiles).toEqual([]);
  expect(
    effects.map(({ id, revenue, largest: { increase, decrease } }) => [
      ...[id, text(revenue), increase?.customer, decrease?.customer],
      ...[increase?.revenue.percent?.toFixed(), decrease?.revenue.percent?.toFixed()],
    ]),
  ).toEqual([
    ['cheap', '40 -> 40 (0)', undefined, 'beta', undefined, '-66.666667'],
    ['dear', '40 -> 40 (0)', 'acme', undefined, '200', undefined],
  ]);
});

it('is not there where nothing changes for anybody', () => {
  const both = { ...cheap, ...dear, ...bound({ acme: 'cheap@1.0.0', beta: 'dear@1.0.0' }) };
  const head = { ...both, ...bound({ acme: 'cheap@1.0.0', beta: 'dear@1.0.0, tags: { tier: gold }' }) };
  expect(change(both, head, used('acme', 'beta')).effects).toEqual([]);
});

it('takes a rise from nothing for the largest, and no new customer for a rise', () => {
  const free = { ...version('api', '1.0.0', sku('calls', perUnit('0.01'), "freeQuantity: '100'")) };
  const paid = version('api', '2.0.0', sku('calls', perUnit('0.02')));
  const more = [...used('acme', 'gamma'), { customer: 'beta', key: 'calls', quantity: '200' }];
  const who = { acme: 'api@1.0.0', beta: 'api@1.0.0' };
  const [effect] = change(
    { ...free, ...bound(who) },
    { ...paid, ...bound({ ...who, gamma: 'api@2.0.0, from: 2026-08-01T00:00:00Z' }) },
    more,
  ).effects;
  expect(effect?.largest.increase?.customer).toBe('acme');
  expect(text(effect?.revenue ?? { base: null, head: null, delta: null })).toBe('1 -> 8 (7)');
});

it('knows the margin by the costs of the base', () => {
  const at = (number: string, unit: string, cost: string) => ({
    ...version('api', number, sku('calls', perUnit(unit), `cost: { variable: '${cost}' }`)),
    ...bound({ acme: 'api@1.0.0' }),
  });
  const [effect] = change(at('1.0.0', '1', '0.3'), at('2.0.0', '0.4', '0.01'), used('acme')).effects;
  expect(text(effect?.margin ?? { base: null, head: null, delta: null })).toBe('70 -> 39 (-31)');
  expect(effect?.marginAtBaseCost?.toFixed()).toBe('10');
});

it('knows the margin of a change of costs alone', () => {
  const at = (number: string, cost: string, from: string) => ({
    ...version('api', number, sku('calls', perUnit('1'), `cost: { variable: '${cost}' }`), {
      effective: `{ from: ${from} }`,
    }),
    ...bound({ acme: 'api@1.0.0' }),
  });
  const [effect] = change(
    at('1.0.0', '0.3', '2026-01-01T00:00:00Z'),
    at('1.0.1', '0.6', '2026-08-01T00:00:00Z'),
    used('acme'),
  ).effects;
  expect(text(effect?.revenue ?? { base: null, head: null, delta: null })).toBe('100 -> 100 (0)');
  expect(text(effect?.margin ?? { base: null, head: null, delta: null })).toBe('70 -> 40 (-30)');
});

it('tells who pays in another currency then', () => {
  const yen = version('dear', '1.0.0', sku('calls', perUnit('1')), { currency: 'JPY' });
  const to = (id: string) => ({ ...cheap, ...yen, ...bound({ acme: `${id}@1.0.0` }) });
  const [effect] = change(to('cheap'), to('dear'), used('acme')).effects;
  expect(effect).toMatchObject({
    ...{ id: 'dear', largest: { increase: null, decrease: null } },
    otherCurrency: { customers: 1, customer: 'acme', from: 'USD', to: 'JPY' },
  });
});

it('holds nobody against a limit who pays in another currency then', () => {
  const pounds = version('pounds', '1.0.0', sku('calls', perUnit('1')), { currency: 'GBP' });
  const found = change(
    { ...cheap, ...bound({ acme: 'cheap@1.0.0', beta: 'cheap@1.0.0' }) },
    {
      ...version('cheap', '2.0.0', sku('calls', perUnit('0.099'))),
      ...pounds,
      ...bound({ acme: 'pounds@1.0.0', beta: 'cheap@1.0.0' }),
    },
    used('acme', 'beta'),
  );
  const [effect] = found.effects.filter(({ id }) => id === 'cheap');
  expect(effect?.largest.decrease).toMatchObject({ customer: 'beta' });
  expect(effect?.compared.percent?.toFixed()).toBe('-1');
  expect(effect?.otherCurrency?.customer).toBe('acme');
  const [dollars] = found.totals.filter(({ currency }) => currency === 'USD');
  expect(dollars?.compared.percent?.toFixed()).toBe('-1');
  expect(dollars?.revenue.percent?.toFixed()).toBe('-50.5');
});

it('is empty without usage', () => {
  expect(change(OLD, OLD, null).effects).toEqual([]);
  expect(change(OLD, OLD, USED).effects).toEqual([]);
});
