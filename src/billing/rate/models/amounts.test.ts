import { describe, expect, it } from 'vitest';
import { decimal, ZERO } from '../../../lib/decimal.ts';
import { NO_USAGE } from '../usage-of.ts';
import { events, rate, skuOf, usage } from '../test-support/build.ts';

type Texts = Readonly<Record<'fixed' | 'min' | 'max' | 'freeEvents' | 'freeAmount', string>>;

/** 2.9 percent with some of the other keys. */
function percentage(more: Partial<Texts> = {}) {
  const key = (name: keyof Texts) => (more[name] === undefined ? null : decimal(more[name]));
  return skuOf({
    ...{ model: 'percentage', rate: decimal('2.9'), fixed: key('fixed') ?? ZERO },
    ...{ min: key('min'), max: key('max'), freeEvents: key('freeEvents'), freeAmount: key('freeAmount') },
  });
}

describe('percentage', () => {
  it.each([
    [{}, ['100', '0', '50'], '4.35'],
    [{ fixed: '0.3' }, ['100', '0'], '3.5'],
    // 0.29 is below the least, 29 above the most; the fixed part is beside them.
    [{ min: '0.5', max: '20', fixed: '0.1' }, ['10', '1000', '100'], '23.7'],
    [{ min: '2.9', max: '2.9' }, ['1', '100', '1000'], '8.7'],
    // Two are free, in the order of time.
    [{ freeEvents: '2' }, ['1000', '10', '100'], '2.9'],
    [{ freeEvents: '2' }, ['10', '100', '1000'], '29'],
    [{ freeEvents: '2.9' }, ['10', '100', '1000'], '29'],
    [{ freeEvents: '3' }, ['10', '100', '1000'], '0'],
    // 150 are free: the second event pays for 50 of its 100.
    [{ freeAmount: '150' }, ['100', '100', '100'], '4.35'],
    [{ freeAmount: '150', fixed: '1', min: '2' }, ['100', '100', '100'], '6.9'],
    [{ freeAmount: '100' }, ['100', '100'], '2.9'],
    [{ freeAmount: '100', fixed: '1' }, ['100', '0'], '1'],
    [{ freeAmount: '0', fixed: '1' }, ['0', '100'], '4.9'],
    // Whichever ends first.
    [{ freeEvents: '1', freeAmount: '150' }, ['100', '100'], '2.9'],
    [{ freeEvents: '9', freeAmount: '150' }, ['100', '100', '100'], '4.35'],
    [{ freeEvents: '9', freeAmount: '0' }, ['100'], '2.9'],
    [{ freeEvents: '0', freeAmount: '150' }, ['100'], '2.9'],
  ])('%j: events of %j cost %s', (more, amounts, expected) => {
    expect(rate(percentage(more), events(...amounts))).toBe(expected);
  });

  it.each([
    [{ freeEvents: '7', fixed: '0.1' }],
    [{ freeAmount: '650' }],
    [{ freeEvents: '4', freeAmount: '350', min: '3' }],
    [{ freeEvents: '6', freeAmount: '700' }],
  ])('%j: equal events that are counted together cost as much as one by one', (more) => {
    const single = Array.from({ length: 10 }, (_, index) => (index < 6 ? '100' : '7.5'));
    expect(rate(percentage(more), events('6 x 100', '4 x 7.5'))).toBe(
      rate(percentage(more), events(...single)),
    );
  });

  it.each([
    [usage('3', { events: decimal('3'), amount: decimal('30') }), 'amount of each event'],
    [usage('3'), 'amount of each event'],
    [{ ...events('10', '20'), events: decimal('5') }, '5 events, 2 with an amount'],
    [events('10', '-5'), 'below 0'],
  ])('is not known without all amounts (case %#)', (used, reason) => {
    expect(rate(percentage(), used)).toContain(reason);
  });

  it('costs nothing when there were no events', () => {
    expect(rate(percentage({ fixed: '1' }), NO_USAGE)).toBe('0');
  });
});

describe('graduatedPercentage', () => {
  const rateTiers = [
    { upTo: decimal('1000'), rate: decimal('3'), flat: decimal('5') },
    { upTo: null, rate: decimal('1.5'), flat: decimal('2') },
  ];
  const sku = skuOf({ model: 'graduatedPercentage', tiers: rateTiers, zeroUsageFlat: false });

  it.each([
    [['0'], '0'],
    [['1'], '5.03'],
    [['600', '400'], '35'],
    [['600', '400.1'], '37.0015'],
  ])('events of %j cost %s', (amounts, expected) => {
    expect(rate(sku, events(...amounts))).toBe(expected);
  });

  it('charges the first flat price at zero when it is said so', () => {
    const due = skuOf({ model: 'graduatedPercentage', tiers: rateTiers, zeroUsageFlat: true });
    expect(rate(due, NO_USAGE)).toBe('5');
  });

  it('is not known without amounts', () => {
    expect(rate(sku, usage('3', { events: decimal('3') }))).toContain('x_EventAmount');
    expect(rate(sku, NO_USAGE)).toBe('0');
  });
});

describe('dynamic', () => {
  const sku = skuOf({ model: 'dynamic', multiplier: decimal('1.1') });

  it('multiplies the amounts that come with the events', () => {
    expect(rate(sku, usage('2', { events: decimal('2'), amount: decimal('12.5') }))).toBe('13.75');
  });

  it('is not known without amounts, or with less than 0', () => {
    expect(rate(sku, '2')).toContain('x_EventAmount');
    expect(rate(sku, events('-1'))).toContain('less than 0');
    expect(rate(sku, NO_USAGE)).toBe('0');
  });
});
