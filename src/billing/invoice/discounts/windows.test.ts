import { describe, expect, it } from 'vitest';
import { decimal } from '../../../lib/decimal.ts';
import { discount, held, january, JANUARY, netsOf, sku, terms, used } from '../testing/make.ts';

const HALF = '2027-01-11T00:00:00Z';
const first = { from: JANUARY.from, to: HALF };
const second = { from: HALF, to: JANUARY.to };

describe('a discount that begins within the period', () => {
  const late = discount('late', 'percent', '50', { window: { from: HALF, to: null } });

  it('is taken off the usage since then', () => {
    const cells = [...used({ api: '30' }, { within: first }), ...used({ api: '10' }, { within: second })];
    expect(netsOf(january(held(terms({ discounts: [late] })), cells))).toEqual({ api: '35' });
  });

  it('is taken off a flat price by days', () => {
    const flat = sku('seat', { price: { model: 'flat', amount: decimal('31') } });
    expect(netsOf(january(held(terms({ skus: [flat], discounts: [late] })), {}))).toEqual({ seat: '20.5' });
  });

  it('is taken by days off usage that is not cut there', () => {
    expect(netsOf(january(held(terms({ discounts: [late] })), { api: '62' }))).toEqual({ api: '41' });
  });

  it('gives of a free quantity no more than what was used since then', () => {
    const free = discount('free', 'freeQuantity', '25', { window: { from: HALF, to: null } });
    const cells = [...used({ api: '30' }, { within: first }), ...used({ api: '10' }, { within: second })];
    expect(netsOf(january(held(terms({ discounts: [free] })), cells))).toEqual({ api: '30' });
  });

  it('is over when it ended before, and not yet there when it begins after', () => {
    const over = discount('over', 'percent', '50', { window: { from: null, to: JANUARY.from } });
    const later = discount('later', 'percent', '50', { window: { from: JANUARY.to, to: null } });
    expect(netsOf(january(held(terms({ discounts: [over, later] })), { api: '10' }))).toEqual({ api: '10' });
  });
});

describe('a discount that two versions have in one period', () => {
  function both(kind: 'fixed' | 'freeQuantity', value: string) {
    const discounts = [discount('d', kind, value)];
    const one = held(terms({ discounts }), { to: HALF });
    const two = held(terms({ version: '2.0.0', discounts }), { from: HALF });
    const cells = [...used({ api: '30' }, { within: first }), ...used({ api: '50' }, { within: second })];
    return january([one, two], cells).lines.map(({ net }) => net.toFixed());
  }

  it('gives its amount once', () => {
    expect(both('fixed', '40')).toEqual(['0', '40']);
  });

  it('gives its free quantity once', () => {
    expect(both('freeQuantity', '40')).toEqual(['0', '40']);
  });

  it('gives nothing more when the next version gives less than was given', () => {
    const one = held(terms({ discounts: [discount('d', 'fixed', '40')] }), { to: HALF });
    const two = held(terms({ version: '2.0.0', discounts: [discount('d', 'fixed', '20')] }), { from: HALF });
    const cells = [...used({ api: '30' }, { within: first }), ...used({ api: '50' }, { within: second })];
    expect(january([one, two], cells).lines.map(({ net }) => net.toFixed())).toEqual(['0', '50']);
  });

  /** Lines under three versions of a discount, 30 units each. */
  function versions(...discounts: readonly ReturnType<typeof discount>[]) {
    const bounds = [JANUARY.from, HALF, '2027-01-21T00:00:00Z', JANUARY.to];
    const spans = discounts.map((_, index) => ({ from: bounds[index] ?? '', to: bounds[index + 1] ?? '' }));
    const segments = discounts.map((one, index) =>
      held(terms({ version: `${index + 1}.0.0`, discounts: [one] }), spans[index]),
    );
    const { lines } = january(
      segments,
      spans.flatMap((within) => used({ api: '30' }, { within })),
    );
    return lines.map(({ net, billable }) => `${billable.toFixed()} for ${net.toFixed()}`);
  }

  it('has what is left of its later bound, and none when that is below what it gave', () => {
    const fixed = (value: string) => discount('d', 'fixed', value);
    expect(versions(fixed('20'), fixed('5'), fixed('25'))).toEqual(['30 for 10', '30 for 30', '30 for 25']);
    const capped = (cap: string) => discount('d', 'percent', '50', { cap: decimal(cap) });
    expect(versions(capped('15'), capped('5'), capped('25'))).toEqual([
      '30 for 15',
      '30 for 30',
      '30 for 20',
    ]);
    const free = (value: string) => discount('d', 'freeQuantity', value);
    expect(versions(free('20'), free('5'), free('25'))).toEqual(['10 for 10', '30 for 30', '25 for 25']);
  });

  it('takes back what a free quantity saved too much before', () => {
    // 0.2 and 35.5 of which 35.5 are free: the flat price of the second tier stays due, and only the second part enters it then.
    const tiers = [
      { upTo: decimal('0.1'), unit: decimal('0'), flat: decimal('0') },
      { upTo: null, unit: decimal('0'), flat: decimal('6') },
    ];
    const price = { model: 'graduated', tiers, zeroUsageFlat: false } as const;
    const bill = (cap: string | null) => {
      const discounts = [discount('d', 'freeQuantity', '35.5', { cap: cap === null ? null : decimal(cap) })];
      const own = terms({ skus: [sku('api', { onChange: 'continue', price })], discounts });
      const cells = [
        ...used({ api: '0.2' }, { within: first }),
        ...used({ api: '35.5' }, { within: second }),
      ];
      const segments = [held(own, { to: HALF }), held({ ...own, version: '2.0.0' }, { from: HALF })];
      return january(segments, cells, true).lines.map((line) => [
        line.net.toFixed(),
        line.steps.findLast(({ step }) => step === 'discounts')?.text,
      ]);
    };
    expect(bill(null)).toEqual([
      ['0', 'd (35.5 free): 6 - 6 = 0'],
      ['6', 'd (35.5 free): 0 + 6 = 6'],
    ]);
    expect(bill('2').map(([net]) => net)).toEqual(['4', '2']);
  });
});
