import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, type Decimal, sum } from '../../lib/decimal.ts';
import type { CostLine, Price, Range } from '../../model/cost.ts';
import type { Commitment, Discount } from '../../model/pricing.ts';
import { combineRanges, mapRange } from '../../model/range.ts';
import { tieredCost } from '../../pricing/tiers.ts';
import { adjustLine, type KnownLine } from './adjust-line.ts';
import { type Coverage, coverageOf } from './commitments.ts';

const ONE = decimal('1');
const source = { file: 'tollgate.yml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

const amount = (most: number): fc.Arbitrary<Decimal> =>
  fc.integer({ min: 0, max: most }).map((value) => decimal(value).div('1000'));
const percent = amount(100_000);
const quantity: fc.Arbitrary<Range> = fc
  .tuple(amount(9_000_000), amount(9_000_000), amount(9_000_000))
  .map(([low, more, most]) => ({ low, likely: low.plus(more), high: low.plus(more).plus(most) }));
/** Tiers whose prices fall, as those of the clouds do. */
const tiers: fc.Arbitrary<Price['tiers']> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5000 }), amount(900)), { minLength: 1, maxLength: 4 })
  .map((steps) => {
    const prices = steps.map(([, price]) => price).sort((a, b) => b.cmp(a));
    let from = 0;
    return steps.map(([step], index) => {
      const tier = { from: decimal(from), price: prices[index] ?? ONE };
      from += step;
      return tier;
    });
  });

const priceOf = (some: Price['tiers'], more: Partial<Price> = {}): Price => ({
  ...{
    provider: 'aws',
    service: 'ec2',
    region: 'us-east-1',
    key: 'instance|k',
    unit: 'hour',
    currency: 'USD',
  },
  ...{ tiers: some, asOf: '2026-01-01', source: 'list', ...more },
});
const lineOf = (price: Price, much: Range, own?: Price): KnownLine => {
  const cost = (one: Price): Range => mapRange(much, (value) => tieredCost(value, one.tiers));
  return {
    ...{ component: 'c', unit: 'hour', quantity: much, price, monthly: cost(own ?? price), kind: 'fixed' },
    evidence: 'A',
    ...(own === undefined ? {} : { ownPrice: own, list: cost(price) }),
  };
};
const discountOf = (off: Decimal, onCommitments = false): Discount => ({
  ...{ id: 'd', scope: {}, source, percent: off, onCommitments },
});
const commitmentOf = (
  id: string,
  share: Decimal,
  off: Decimal,
  more: Partial<Commitment> = {},
): Commitment => ({
  ...{ id, scope: {}, source, kind: 'savings_plan', share, percent: off },
  ...{ term: '1y', class: 'standard', payment: 'no_upfront', ...more },
});
const book = { find: () => undefined } as never;
const covered = (price: Price, ...commitments: Commitment[]): Coverage[] =>
  coverageOf(price, commitments, book);
const same = (): Decimal => ONE;
const likely = (line: CostLine): Decimal => line.monthly?.likely ?? decimal('-1');
const equal = (a: Range | null | undefined, b: Range): boolean =>
  a !== null && a !== undefined && a.low.eq(b.low) && a.likely.eq(b.likely) && a.high.eq(b.high);

describe('a discount', () => {
  it('of p on everything is the cost times 1 - p, in each scenario', () => {
    fc.assert(
      fc.property(tiers, quantity, percent, (some, much, off) => {
        const line = lineOf(priceOf(some), much);
        const found = adjustLine(line, { discount: discountOf(off), coverage: [] }, same, undefined);
        const rest = decimal('100').minus(off).div('100');
        expect(
          equal(
            found.monthly,
            mapRange(line.monthly, (cost) => cost.times(rest)),
          ),
        ).toBe(true);
        expect(equal(found.list, line.monthly)).toBe(true);
      }),
    );
  });
});

describe('commitments', () => {
  it('that cover nothing change nothing, and one that covers all makes it the list cost less its percent', () => {
    fc.assert(
      fc.property(tiers, quantity, percent, (some, much, off) => {
        const price = priceOf(some);
        const line = lineOf(price, much);
        const by = (share: string): CostLine =>
          adjustLine(
            line,
            { discount: undefined, coverage: covered(price, commitmentOf('a', decimal(share), off)) },
            same,
            undefined,
          );
        expect(by('0')).toBe(line);
        const rest = decimal('100').minus(off).div('100');
        expect(
          equal(
            by('100').monthly,
            mapRange(line.monthly, (cost) => cost.times(rest)),
          ),
        ).toBe(true);
      }),
    );
  });

  it('cover no more than all, whatever their order', () => {
    fc.assert(
      fc.property(
        tiers,
        quantity,
        fc.array(fc.tuple(percent, percent), { maxLength: 4 }),
        (some, much, shares) => {
          const price = priceOf(some);
          const all = shares.map(([share, off], index) => commitmentOf(`c${index}`, share, off));
          const [one, other] = [covered(price, ...all), covered(price, ...all.toReversed())];
          expect(sum(one.map(({ share }) => share)).lte('100')).toBe(true);
          const by = (coverage: Coverage[]): CostLine =>
            adjustLine(lineOf(price, much), { discount: undefined, coverage }, same, undefined);
          expect(by(one)).toEqual(by(other));
          expect(likely(by(one)).gte('0')).toBe(true);
        },
      ),
    );
  });

  it('are applied as the clouds do: savings plans last, however specific they are', () => {
    const price = priceOf([{ from: decimal('0'), price: ONE }]);
    const [plan, reserved] = [
      commitmentOf('a', decimal('80'), decimal('10'), { scope: { key: 'instance|k' } }),
      commitmentOf('b', decimal('70'), decimal('20'), { kind: 'reserved' }),
    ];
    const shares = covered(price, plan, reserved).map(
      ({ commitment, share }) => `${commitment.id} ${share.toFixed()}`,
    );
    expect(shares).toEqual(['b 70', 'a 30']);
  });

  it('by a price of the book cost that price for what they cover', () => {
    const price = priceOf([{ from: decimal('0'), price: decimal('0.1') }]);
    const reserved = priceOf([{ from: decimal('0'), price: decimal('0.06') }]);
    const commitment = commitmentOf('ri', decimal('60'), decimal('0'), { kind: 'reserved', percent: null });
    const find = { find: () => reserved } as never;
    const coverage = coverageOf(price, [commitment], find);
    const much = mapRange({ low: ONE, likely: ONE, high: ONE }, () => decimal('730'));
    const found = adjustLine(lineOf(price, much), { discount: undefined, coverage }, same, undefined);
    expect(likely(found).toFixed()).toBe(decimal('730').times('0.4').times('0.1').plus('26.28').toFixed());
  });

  it('that are priced by the month are so for 730 hours', () => {
    const place = { provider: 'google', service: 'compute' };
    const price = priceOf([{ from: decimal('0'), price: decimal('0.1') }], place);
    const month = priceOf([{ from: decimal('0'), price: decimal('50') }], { unit: 'month' });
    const commitment = commitmentOf('cud', decimal('100'), decimal('0'), {
      kind: 'committed_use',
      percent: null,
    });
    const coverage = coverageOf(price, [commitment], { find: () => month } as never);
    const much = mapRange({ low: ONE, likely: ONE, high: ONE }, () => decimal('1460'));
    const found = adjustLine(lineOf(price, much), { discount: undefined, coverage }, same, undefined);
    expect(likely(found).toFixed()).toBe('100');
  });
});

describe('what is free', () => {
  const price = priceOf([{ from: decimal('0'), price: decimal('2') }]);
  const ten = { low: decimal('10'), likely: decimal('10'), high: decimal('10') };
  const four = { id: 'f', phrase: 'p', quantity: mapRange(ten, () => decimal('4')) };

  it('is not paid for under a commitment either, by percent and by price', () => {
    const half = covered(price, commitmentOf('a', decimal('100'), decimal('50')));
    const byPercent = adjustLine(lineOf(price, ten), { discount: undefined, coverage: half }, same, four);
    expect(likely(byPercent).toFixed()).toBe('6');
    const all = commitmentOf('ri', decimal('100'), decimal('0'), { kind: 'reserved', percent: null });
    const cheap = priceOf([{ from: decimal('0'), price: decimal('0.5') }]);
    const coverage = coverageOf(price, [all], { find: () => cheap } as never);
    const byPrice = adjustLine(lineOf(price, ten), { discount: undefined, coverage }, same, four);
    expect(likely(byPrice).toFixed()).toBe('3');
  });
});

describe('an own price in another currency', () => {
  it('is converted by its own rate, and the list price by that of the list', () => {
    const price = priceOf([{ from: decimal('0'), price: decimal('2') }]);
    const own = priceOf(price.tiers, { currency: 'GBP', own: { id: 'o', list: price } });
    const much = { low: ONE, likely: ONE, high: ONE };
    const rate = ({ currency }: Price): Decimal => decimal(currency === 'GBP' ? '3' : '5');
    const found = adjustLine(
      lineOf(price, much, own),
      { discount: undefined, coverage: [] },
      rate,
      undefined,
    );
    expect([likely(found).toFixed(), found.list?.likely.toFixed()]).toEqual(['6', '10']);
  });
});

describe('all together', () => {
  const free = { id: 'f', phrase: 'p' };

  it('the effects are exactly the difference between the list cost and the cost', () => {
    fc.assert(
      fc.property(
        ...[
          tiers,
          tiers,
          quantity,
          quantity,
          percent,
          percent,
          percent,
          fc.boolean(),
          fc.boolean(),
          amount(9000),
        ],
        (some, others, much, given, off, share, saves, isOwn, onCommitments, rate) => {
          const price = priceOf(some);
          const own = isOwn ? priceOf(others, { own: { id: 'o', list: price } }) : undefined;
          const taken = combineRanges(given, much, (a, b) => (a.gt(b) ? b : a));
          const found = adjustLine(
            lineOf(price, much, own),
            {
              discount: isOwn ? undefined : discountOf(off, onCommitments),
              coverage: covered(price, commitmentOf('a', share, saves), commitmentOf('b', share, off)),
            },
            () => rate,
            { ...free, quantity: taken },
          );
          if (found.adjustments === undefined || found.list === undefined) return;
          for (const scenario of ['low', 'likely', 'high'] as const) {
            const effects = found.adjustments.map(({ effect }) => effect[scenario]);
            const cost = found.monthly?.[scenario] ?? decimal('-1');
            expect(cost.toFixed()).toBe(found.list[scenario].plus(sum(effects)).toFixed());
            expect(cost.gte('0')).toBe(true);
          }
        },
      ),
    );
  });

  it('a rate of r makes everything r times as much', () => {
    fc.assert(
      fc.property(tiers, quantity, percent, percent, amount(9000), (some, much, off, share, rate) => {
        const price = priceOf(some);
        const rules = {
          discount: discountOf(off),
          coverage: covered(price, commitmentOf('a', share, off)),
        };
        const [plain, converted] = [same, () => rate].map((by) =>
          adjustLine(lineOf(price, much), rules, by, undefined),
        );
        if (plain?.monthly === undefined || plain.monthly === null) throw new Error('no cost');
        expect(
          equal(
            converted?.monthly,
            mapRange(plain.monthly, (cost) => cost.times(rate)),
          ),
        ).toBe(true);
      }),
    );
  });

  it('more costs no less, and a free part costs no more than none', () => {
    fc.assert(
      fc.property(
        tiers,
        amount(9_000_000),
        amount(9_000_000),
        amount(5_000_000),
        (some, one, more, given) => {
          const price = priceOf(some);
          const by = (much: Decimal): Decimal => {
            const range = { low: much, likely: much, high: much };
            const taken = mapRange(range, (value) => (given.gt(value) ? value : given));
            return likely(
              adjustLine(lineOf(price, range), { discount: undefined, coverage: [] }, same, {
                ...free,
                quantity: taken,
              }),
            );
          };
          expect(by(one).lte(by(one.plus(more)))).toBe(true);
          expect(by(one).lte(tieredCost(one, some))).toBe(true);
        },
      ),
    );
  });
});

describe('tiers', () => {
  it('a quantity split at a bound is the sum of both parts, and the total never falls', () => {
    fc.assert(
      fc.property(tiers, amount(9_000_000), amount(9_000_000), (some, one, more) => {
        const all = one.plus(more);
        for (const { from } of some) {
          if (from.gt(all)) continue;
          const above = some
            .filter((tier, index) => tier.from.gt(from) || (some[index + 1]?.from ?? all.plus('1')).gt(from))
            .map((tier) => ({ ...tier, from: tier.from.gt(from) ? tier.from.minus(from) : decimal('0') }));
          const split = tieredCost(from, some).plus(tieredCost(all.minus(from), above));
          expect(split.toFixed()).toBe(tieredCost(all, some).toFixed());
        }
        expect(tieredCost(one, some).lte(tieredCost(all, some))).toBe(true);
      }),
    );
  });
});
