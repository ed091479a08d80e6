import { describe, expect, it } from 'vitest';

import type { ProfileImpact, Simulation } from '../../model/billing/simulation.ts';
import { bound, change, perUnit, profile, sku, text, type Files } from './test-support/world.ts';

const bindings = bound({ acme: 'api@1.0.0', beta: 'api@1.0.0' });
const used = [
  { customer: 'acme', key: 'calls', quantity: '1500' },
  { customer: 'acme', key: 'disk', quantity: '10' },
  { customer: 'beta', key: 'calls', quantity: '800' },
];

function version(number: string, body: string, header: Readonly<Record<string, string>> = {}): Files {
  return { ...profile('api', number, body, header), ...bindings };
}

function impact({ profiles }: Simulation): ProfileImpact {
  const [first] = profiles;
  if (first === undefined) throw new Error('no profile changed');
  return first;
}

function effects({ byDifference, interaction }: ProfileImpact): Record<string, string> {
  const entries = Object.entries(byDifference).map(([path, delta]) => [path, String(delta)]);
  return Object.fromEntries([...entries, ['interaction', String(interaction)]]) as Record<string, string>;
}

const graduated = (bound1: string, first: string, second: string) =>
  `{ model: graduated, tiers: [{ upTo: '${bound1}', unit: '${first}' }, { upTo: null, unit: '${second}' }] }`;

describe('probes', () => {
  it('go around the bounds of both sides', () => {
    const base = version('1.0.0', `skus:\n${sku('calls', graduated('1000', '0.1', '0.05'))}`);
    const head = version('2.0.0', `skus:\n${sku('calls', graduated('0.5', '0.2', '0.05'))}`);
    const found = impact(change(base, head, null)).probes;
    // Head: 0.5 x 0.2 = 0.1, and 0.05 for each above: 1000 cost 0.1 + 999.5 x 0.05 = 50.075.
    expect(found.map(({ quantity, at, amount }) => `${String(quantity)} ${at}: ${text(amount)}`)).toEqual([
      '0.4 below: 0.04 -> 0.08 (0.04)',
      '0.5 on: 0.05 -> 0.1 (0.05)',
      '0.6 above: 0.06 -> 0.105 (0.045)',
      '1 unit: 0.1 -> 0.125 (0.025)',
      '999 below: 99.9 -> 50.025 (-49.875)',
      '1000 on: 100 -> 50.075 (-49.925)',
      '1001 above: 100.05 -> 50.125 (-49.925)',
    ]);
    expect(found[0]?.source).toMatchObject({ file: 'billing/profiles/api.yaml', start: { line: 16 } });
  });

  it('are in metered units: after conversion and the free quantity the bound is reached', () => {
    const body = (unit: string) =>
      `skus:\n${sku('calls', graduated('10', unit, '0.05'), "freeQuantity: '2', convert: { op: divide, factor: '1000', round: none }")}`;
    const found = impact(change(version('1.0.0', body('0.1')), version('2.0.0', body('0.2')), null)).probes;
    // The bound of 10 thousand lies behind 2 thousand free ones; the free quantity is a bound too.
    expect(found.map(({ quantity }) => String(quantity))).toEqual([
      '1',
      '1999',
      '2000',
      '2001',
      '11999',
      '12000',
      '12001',
    ]);
    expect(found.map(({ amount }) => String(amount.head))).toEqual([
      '0',
      '0',
      '0',
      '0.0002',
      '1.9998',
      '2',
      '2.00005',
    ]);
  });

  it('have nothing on the side that lacks the SKU, and amounts for what is priced by them', () => {
    const base = version('1.0.0', `skus:\n${sku('calls', perUnit('1'))}`);
    const fee = "{ model: percentage, rate: '2', fixed: '0.3', max: '5' }";
    const head = version('2.0.0', `skus:\n${sku('calls', perUnit('1'))}${sku('fee', fee)}`);
    const found = impact(change(base, head, null)).probes;
    // 2 percent are 5 at 250; each event costs 0.3 more.
    expect(found.map(({ quantity, unit, amount }) => `${String(quantity)} ${unit}: ${text(amount)}`)).toEqual(
      ['1 USD: ? -> 0.32 (?)', '249 USD: ? -> 5.28 (?)', '250 USD: ? -> 5.3 (?)', '251 USD: ? -> 5.3 (?)'],
    );
  });

  it('leave out an SKU of which only the cost changed', () => {
    const cost = (variable: string) => sku('calls', perUnit('1'), `cost: { variable: '${variable}' }`);
    const [base, head] = [
      version('1.0.0', `skus:\n${cost('0.1')}`),
      version('2.0.0', `skus:\n${cost('0.2')}`),
    ];
    expect(impact(change(base, head, null)).probes).toEqual([]);
  });

  it('say what they leave out', () => {
    const tiers = Array.from({ length: 20 }, (_, index) => `{ upTo: '${index + 1}00', unit: '1' }`).join(
      ', ',
    );
    const many = `{ model: graduated, tiers: [${tiers}, { upTo: null, unit: '2' }] }`;
    const found = change(
      version('1.0.0', `skus:\n${sku('calls', perUnit('1'))}`),
      version('2.0.0', `skus:\n${sku('calls', many)}`),
      null,
    );
    expect(impact(found).probes).toHaveLength(37); // one unit, and three for each of 12 bounds
    expect(found.unknowns).toEqual(['Only the lowest 12 of 20 bounds of calls are probed.']);
  });
});

describe('ways of migration', () => {
  const base = version('1.0.0', `skus:\n${sku('calls', perUnit('0.1'))}`);
  const head = (migration: string) =>
    version('2.0.0', `skus:\n${sku('calls', perUnit('0.12'))}`, { migration });
  // 1500 and 800 calls at 0.02 more.
  const moved = (from: string) => ({ from, customersMoved: 2, delta: '46', stages: [] });
  const texts = (found: Simulation) =>
    impact(found).migrations.map(({ delta, ...rest }) => ({ ...rest, delta: String(delta) }));

  it.each([
    ['{ mode: newOnly }', 'newOnly', '2300 * 0.1', '230 -> 230 (0)', '2026-08-01T00:00:00Z'],
    [
      '{ mode: existingFrom, date: 2026-11-01T00:00:00Z }',
      'existingFrom',
      '',
      '230 -> 276 (46)',
      '2026-11-01T00:00:00Z',
    ],
    ['{ mode: all }', 'all', '', '230 -> 276 (46)', '2026-08-01T00:00:00Z'],
  ])('shows all of them beside %s', (migration, declared, _, total, from) => {
    const found = change(
      base,
      head(migration),
      used.filter(({ key }) => key === 'calls'),
    );
    expect(texts(found)).toEqual([
      {
        ...{ mode: 'newOnly', declared: declared === 'newOnly', stages: [] },
        ...{ from: null, customersMoved: 0, delta: '0' },
      },
      { mode: 'existingFrom', declared: declared === 'existingFrom', ...moved(from) },
      { mode: 'all', declared: declared === 'all', ...moved('2026-08-01T00:00:00Z') },
    ]);
    // The sums go by the declared one.
    expect(found.totals.map(({ revenue }) => text(revenue))).toEqual([total]);
  });
});

describe('what changes for whom', () => {
  const old = `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`;

  it('tells the differences apart', () => {
    const now = `skus:\n${sku('calls', perUnit('0.12'), "freeQuantity: '500'")}${sku('disk', perUnit('3'))}discounts:\n  - { id: loyal, type: percent, value: '10', skus: [disk], precedence: 1, stacking: stack }\n`;
    const found = impact(change(version('1.0.0', old), version('2.0.0', now), used));
    // calls: price alone 2300 x 0.02 = 46; free quantity alone -2 x 500 x 0.1 = -100; together 1300 x 0.12 - 230 = -74.
    // disk: price alone 10, discount alone -2; together 30 - 3 - 20 = 7.
    expect(effects(found)).toEqual({
      'skus[calls].price.unit': '46',
      'skus[calls].freeQuantity': '-100',
      'skus[disk].price.unit': '10',
      'discounts[loyal]': '-2',
      interaction: '-21', // -67 in all, less -46
    });
    expect(text(found.revenue)).toBe('250 -> 183 (-67)');
  });

  it('shows a price whose tiers differ as one', () => {
    const base = version('1.0.0', `skus:\n${sku('calls', graduated('1000', '0.1', '0.05'))}`);
    const head = version('2.0.0', `skus:\n${sku('calls', graduated('500', '0.1', '0.05'))}`);
    // acme: 125 then 100; beta: 80 then 65.
    expect(effects(impact(change(base, head, used.slice(0, 1).concat(used.slice(2)))))).toEqual({
      'skus[calls].price': '-40',
      interaction: '0',
    });
  });

  it('gives what follows from a parameter to the parameter, unless several things change', () => {
    const core = profile(
      'core',
      '1.0.0',
      `parameters:\n  call: { path: 'skus[calls].price.unit' }\n  disk: { path: 'skus[disk].price.unit' }\n${old}`,
    );
    const set = (number: string, call: string, disk: string) => ({
      ...core,
      ...version(number, `extends: core@1.0.0\nparams: { call: '${call}', disk: '${disk}' }\n`),
    });
    const from = (call: string, disk: string) => set('1.0.0', call, disk);
    const to = (call: string, disk: string) => set('2.0.0', call, disk);
    expect(effects(impact(change(from('0.1', '2'), to('0.12', '2'), used)))).toEqual({
      'params.call': '46',
      interaction: '0',
    });
    // Which price follows from which of two is not looked up: each part stands for itself.
    expect(effects(impact(change(from('0.1', '2'), to('0.12', '3'), used)))).toEqual({
      'skus[calls].price': '46',
      'skus[disk].price': '10',
      interaction: '0',
    });
  });

  it('names who pays most more, and most less', () => {
    const now = `skus:\n${sku('calls', perUnit('0.05'))}${sku('disk', perUnit('30'))}`;
    // acme: 170 then 375; beta: 80 then 40.
    const found = change(version('1.0.0', old), version('2.0.0', now), used);
    const [largest, { customers }] = [found.effects[0]?.largest, impact(found)];
    expect(largest?.increase?.customer).toBe('acme');
    expect(String(largest?.decrease?.revenue.percent)).toBe('-50');
    expect(customers).toEqual({ total: 2, more: 1, less: 1, same: 0, new: 0, gone: 0 });
  });
});
