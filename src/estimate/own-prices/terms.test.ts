import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { CostLine } from '../../model/cost.ts';
import type { Resource } from '../../model/resource.ts';
import { exactly } from '../../model/range.ts';
import { openBook } from '../../pricing/book.ts';
import { openCatalog } from '../catalog/catalog.ts';
import { estimateResources } from '../estimate-all.ts';
import { SameCosts } from '../same-costs.ts';
import { resourceOf, unknownValue, valueOf } from '../test-support/resource.ts';
import { configOf, priced, TODAY } from '../test-support/terms.ts';
import { NO_USAGE, type Usage } from '../usage/usage.ts';
import { openTerms } from './terms.ts';

const nat = (name = 'n', rest: Partial<Resource> = {}): Resource =>
  resourceOf(`aws_nat_gateway.${name}`, { subnet_id: 's' }, rest);
const web = (name = 'w', rest: Partial<Resource> = {}): Resource =>
  resourceOf(`aws_instance.${name}`, { instance_type: 'm5.large', ami: 'ami-1' }, rest);
const disk = (name = 'd'): Resource =>
  resourceOf(`aws_ebs_volume.${name}`, { type: 'gp3', size: 100, availability_zone: 'us-east-1a' });

/** The line of the first resource that a text stands in, as `evidence cost`, or with its reason. */
function lineOf(text: string, resource: Resource, part: string): CostLine {
  const line = priced(text, [resource]).list[0]?.lines.find(({ component }) => component.includes(part));
  if (line === undefined) throw new Error(`no line ${part}`);
  return line;
}
const cost = ({ monthly, reason }: CostLine): string => monthly?.likely.toFixed() ?? reason ?? '';
const texts = ({ adjustments = [] }: CostLine): string[] =>
  adjustments.map(({ kind, id, text, effect }) => `${kind} ${id}: ${text} ${effect.likely.toFixed()}`);
const said = (text: string, resources: readonly Resource[]): string[] =>
  (priced(text, resources).terms?.diagnostics() ?? []).map(
    ({ severity, code, message, source }) =>
      `${severity} ${code} ${source === undefined ? '' : `${source.start.line}:${source.start.column} `}${message}`,
  );

const ownNat = (more = '', price = "price: '0.030'"): string =>
  `pricing:\n  prices:\n    - { provider: aws, service: vpc, key: nat-gateway.hour, unit: hour, ${price}, from: 2026-01-01${more} }\n`;

describe('without terms', () => {
  it('there are none, also where the configuration has other things', () => {
    expect(openTerms(configOf('currency: USD\n'), openBook(), TODAY)).toBeUndefined();
  });

  it('costs stay the same objects where nothing holds for them', () => {
    const { costs, terms } = priced('pricing: { discounts: [{ id: az, provider: azure, percent: 5 }] }', [
      nat(),
      web(),
    ]);
    const again = terms?.apply(costs);
    expect([...(again?.values() ?? [])].every((one, index) => one === [...costs.values()][index])).toBe(true);
    expect([...costs.values()].flatMap(({ lines }) => lines).every(({ list }) => list === undefined)).toBe(
      true,
    );
  });
});

describe('own prices', () => {
  it('stand in the place of the list price, which is still told', () => {
    const line = lineOf(ownNat(', currency: USD, region: us-east-1'), nat(), 'ateway');
    expect(cost(line)).toBe('21.9');
    expect(line.price?.tiers[0]?.price.toFixed()).toBe('0.045');
    expect(line.ownPrice?.tiers[0]?.price.toFixed()).toBe('0.03');
    expect(line.list?.likely.toFixed()).toBe('32.85');
    expect(texts(line)).toEqual([
      'own_price vpc us-east-1 nat-gateway.hour: own price of $0.03 per hour -10.95',
    ]);
  });

  it('are a price where the book has none, at the same evidence', () => {
    const far = nat('n', { region: valueOf('far-north-9') });
    expect(lineOf('', far, 'ateway')).toMatchObject({ evidence: 'D', monthly: null });
    const line = lineOf(ownNat(), far, 'ateway');
    expect([line.evidence, cost(line)]).toEqual(['A', '21.9']);
    expect(texts(line)).toEqual([
      'own_price vpc nat-gateway.hour: own price of $0.03 per hour; the price book has none 0',
    ]);
  });

  it.each([
    ['of another region are not asked', ownNat(', region: eu-west-1'), '32.85'],
    ['that have expired are not asked', ownNat(', until: 2026-10-31'), '32.85'],
    ['hold on their last day', ownNat(', until: 2026-11-01'), '21.9'],
    ['are not reduced by a discount', `${ownNat()}  discounts: [{ id: all, percent: 50 }]\n`, '21.9'],
    [
      'of one region come before those of all',
      `${ownNat()}    - { provider: aws, service: vpc, region: us-east-1, key: nat-gateway.hour, unit: hour, price: 1, from: 2026-01-01 }\n`,
      '730',
    ],
    ['have tiers', ownNat('', "tiers: [{ from: 0, price: 1 }, { from: 700, price: '0.1' }]"), '703'],
  ])('%s', (_, text, expected) => {
    expect(cost(lineOf(text, nat(), 'ateway'))).toBe(expected);
  });

  it('in another unit than that of the book are an error, and the list price holds', () => {
    const text = ownNat().replace('unit: hour', 'unit: month');
    expect(cost(lineOf(text, nat(), 'ateway'))).toBe('32.85');
    expect(said(text, [nat()])).toEqual([
      'error own-price-unit 4:7 The own price "vpc nat-gateway.hour" is per month, and the price book has nat-gateway.hour per hour: it is not used.',
    ]);
    expect(lineOf(text, nat('n', { region: valueOf('far-north-9') }), 'ateway').reason).toBe(
      'the own price vpc nat-gateway.hour is per month, and this counts hour',
    );
  });
});

describe('discounts', () => {
  const by = (...entries: string[]): string =>
    `pricing:\n  discounts:\n${entries.map((one) => `    - ${one}\n`).join('')}`;
  const all = '{ id: all, percent: 1 }';
  const cloud = '{ id: cloud, provider: aws, percent: 2 }';
  const region = '{ id: region, region: us-*, percent: 3 }';
  const service = '{ id: service, service: ebs, percent: 4 }';
  const glob = "{ id: glob, key: 'gp3*', percent: 5 }";
  const longer = "{ id: longer, key: 'gp3.sto*', percent: 6 }";
  const key = '{ id: key, key: gp3.storage, percent: 7 }';
  const order = [all, cloud, region, service, glob, longer, key];

  it.each(order.map((_, index) => [index + 1]))('the most specific of %i is taken, in any order', (count) => {
    const entries = order.slice(0, count);
    const expected = decimal('8')
      .times(decimal(100 - count))
      .div('100')
      .toFixed();
    expect(cost(lineOf(by(...entries), disk(), 'storage'))).toBe(expected);
    expect(cost(lineOf(by(...entries.toReversed()), disk(), 'storage'))).toBe(expected);
  });

  it('two that are as specific as each other make the line unknown', () => {
    const line = lineOf(
      by("{ id: one, key: 'gp3*', percent: 5 }", "{ id: two, key: '*age', percent: 5 }"),
      disk(),
      'storage',
    );
    expect(line).toMatchObject({ evidence: 'D', monthly: null });
    expect(line.list).toBeUndefined();
    expect(line.reason).toBe('2 discounts hold for it, and none is more specific: one, two');
  });
});

describe('commitments', () => {
  const by = (entry: string): string =>
    `pricing:\n  commitments:\n    - { id: ri, provider: aws, service: ec2, ${entry} }\n`;

  it('take their rate from the book', () => {
    const line = lineOf(by('kind: reserved, share: 100, term: 3y'), web(), 'm5.large');
    expect(line.adjustments?.[0]?.text).toMatch(
      /^100% covered by a reservation \(3y, standard, no upfront\) at \$0\.0\d+ per hour$/,
    );
    const reserved = openBook().find({
      ...{ provider: 'aws', service: 'ec2-reserved', region: 'us-east-1' },
      key: 'instance|m5.large|linux|3y|standard|no-upfront',
    });
    expect(cost(line)).toBe(reserved?.tiers[0]?.price.times('730').toFixed());
    expect(line.contracted?.likely.toFixed()).toBe(line.list?.likely.toFixed());
  });

  it.each([
    ['kind: savings_plan, share: 50', 'the price book has no rates of savings plans'],
    [
      'kind: reserved, share: 50, payment: all_upfront',
      'no price in the book for aws ec2-reserved in us-east-1',
    ],
  ])('%s has no rate: the line is priced as not covered and says so, with one warning', (entry, reason) => {
    const line = lineOf(by(entry), web(), 'm5.large');
    expect([line.evidence, cost(line), line.list?.likely.toFixed()]).toEqual(['C', '70.08', '70.08']);
    expect(line.reason).toContain(`priced as not covered by ri, whose rate is not known: ${reason}`);
    expect(line.adjustments?.map(({ effect }) => effect.likely.toFixed())).toEqual(['0']);
    const [warning, ...others] = said(by(entry), [web('a'), web('b'), nat()]);
    expect(warning).toContain(
      `warning commitment-rate-missing 4:7 The rate of the commitment "ri" is not known: ${reason}`,
    );
    expect(others).toEqual([]);
  });

  it('of an unknown rate leave no more to others than they would: the line is not cheaper by them', () => {
    const text = `${by('kind: reserved, share: 60, payment: all_upfront')}    - { id: plan, kind: savings_plan, provider: aws, service: ec2, share: 100, percent: 50 }
`;
    expect(cost(lineOf(text, web(), 'm5.large'))).toBe(
      decimal('70.08').times('0.6').plus(decimal('70.08').times('0.4').times('0.5')).toFixed(),
    );
  });

  it('of an unknown rate leave a discount as it is', () => {
    const text = `${by('kind: savings_plan, share: 100')}  discounts: [{ id: edp, percent: 10 }]
`;
    expect(cost(lineOf(text, web(), 'm5.large'))).toBe('63.072');
  });

  it('hold for machine hours, not for what is paid beside them', () => {
    const text =
      'pricing: { commitments: [{ id: db, kind: reserved, provider: aws, service: rds, share: 100, percent: 35 }] }';
    const database = resourceOf('aws_db_instance.d', {
      ...{ engine: 'mysql', instance_class: 'db.m5.large', storage_type: 'gp2', allocated_storage: 100 },
    });
    const lines = priced(text, [database]).list[0]?.lines ?? [];
    const covered = lines.filter(({ adjustments }) => adjustments !== undefined);
    expect(covered.map(({ component }) => component)).toEqual(['Database db.m5.large, mysql, single-az']);
    expect(lines.find(({ component }) => component.includes('storage'))?.monthly?.likely.toFixed()).toBe(
      '11.5',
    );
  });

  it('are not discounted unless they say so', () => {
    const text = by('kind: savings_plan, share: 100, percent: 50');
    const discount = (more: string): string => `${text}  discounts: [{ id: edp, percent: 10${more} }]\n`;
    expect(cost(lineOf(discount(''), web(), 'm5.large'))).toBe('35.04');
    expect(cost(lineOf(discount(', on_commitments: true'), web(), 'm5.large'))).toBe('31.536');
  });
});

describe('a currency', () => {
  const text = `currency: EUR
pricing:
  exchange_rates:
    - { from: USD, to: EUR, rate: '0.92', date: 2026-10-01, source: ECB }
    - { from: USD, to: EUR, rate: '0.5', date: 2026-09-01, source: ECB }
    - { from: USD, to: EUR, rate: '2', date: 2026-11-02, source: ECB }
`;

  it('is converted to by the newest rate that is not after the day', () => {
    const line = lineOf(text, nat(), 'ateway');
    expect([cost(line), line.price?.currency, line.adjustments]).toEqual(['30.222', 'USD', undefined]);
    const { terms, costs } = priced(text, [nat()]);
    expect(terms?.summary(costs, costs).exchangeRates.map(({ date }) => date)).toEqual(['2026-10-01']);
    expect(terms?.diagnostics()).toEqual([]);
  });

  it('is that of own prices that name none', () => {
    expect(cost(lineOf(text + ownNat().replace('pricing:\n', ''), nat(), 'ateway'))).toBe('21.9');
  });

  it('is not that of prices that it may turn out to be: they are named', () => {
    const type = unknownValue({ candidates: [valueOf('gp2'), valueOf('gp3')] });
    const open = resourceOf('aws_ebs_volume.o', { type, size: 100, availability_zone: 'us-east-1a' });
    expect(lineOf(text, open, 'storage').reason).toContain('would be gp2 10.00 USD or gp3 8.00 USD');
    expect(lineOf('', open, 'storage').reason).toContain('would be gp2 10.00 or gp3 8.00');
  });

  it('without a rate on the day makes lines unknown, with an error', () => {
    const late = text.replaceAll('2026-10-01', '2026-12-01').replaceAll('2026-09-01', '2026-12-02');
    expect(lineOf(late, nat(), 'ateway')).toMatchObject({
      evidence: 'D',
      monthly: null,
      reason: 'there is no exchange rate from USD to EUR on or before 2026-11-01',
    });
    expect(said(late, [nat()])).toEqual([
      'error exchange-rate-missing Costs in USD are unknown: there is no exchange rate from USD to EUR on or before 2026-11-01.',
    ]);
  });

  it.each([
    ['2026-08-03', []],
    ['2026-08-02', ['warning exchange-rate-old 5:7 The exchange rate from USD to EUR is 91 days old.']],
  ])('a rate of %s: %j', (date, expected) => {
    const old = `currency: EUR\npricing:\n  exchange_rates:\n    - { from: USD, to: EUR, rate: 1, date: ${date}, source: x }\n`;
    expect(said(old, [nat()])).toEqual(expected);
  });
});

describe('free allowances', () => {
  const lambda = (name: string, project = 'p'): Resource =>
    resourceOf(`aws_lambda_function.${name}`, { memory_size: 128 }, { project });
  const requests: Usage = {
    of: () =>
      new Map([
        ['monthly_requests', { kind: 'amount', range: exactly(decimal('700000')) }],
        ['request_duration_ms', { kind: 'amount', range: exactly(decimal('100')) }],
      ]),
  };
  const costs = (text: string, resources: readonly Resource[]): string[] =>
    priced(text, resources, requests).list.map(({ address, lines }) => {
      const line = lines.find(({ component }) => component.includes('equest'));
      return `${address} ${line === undefined ? '' : cost(line)}`;
    });
  const accounts = `projects: [{ path: p, account: '111111111111' }, { path: q, account: '222222222222' }]\n`;

  it('are off by default', () => {
    expect(costs('pricing: {}', [lambda('a')])).toEqual(['aws_lambda_function.a 0.14']);
  });

  it('are shared by the lines of an account, in the order of addresses', () => {
    const list = ['b', 'a', 'c'].map((name) => lambda(name));
    expect(costs('pricing: { free_tier: on }', list)).toEqual([
      ...['aws_lambda_function.b 0.08', 'aws_lambda_function.a 0', 'aws_lambda_function.c 0.14'],
    ]);
  });

  it.each([
    ['on', ['aws_lambda_function.a 0', 'aws_lambda_function.b 0']],
    ['shared', ['aws_lambda_function.a 0', 'aws_lambda_function.b 0.08']],
  ])('%s: by account, or once', (mode, expected) => {
    const list = [lambda('a', 'p'), lambda('b', 'q')];
    expect(costs(`${accounts}pricing: { free_tier: ${mode} }`, list)).toEqual(expected);
  });

  it('are told in the line and in the summary', () => {
    const { costs: head, terms, list } = priced('pricing: { free_tier: on }', [lambda('a')], requests);
    const line = list[0]?.lines.find(({ component }) => component.includes('equest'));
    expect(line === undefined ? [] : texts(line)).toEqual([
      'free_tier aws-lambda-requests: 700,000 request free: 1,000,000 request a month are free for an account -0.14',
    ]);
    expect(
      terms?.summary(head, head).entries.map(({ kind, id, lines }) => `${kind} ${id} ${lines}`),
    ).toContain('free_tier aws-lambda-requests 1');
  });
});

describe('what became of entries', () => {
  it('is told of each, and an expired one that nothing continues is a warning', () => {
    const text = `pricing:
  discounts:
    - { id: used, service: vpc, percent: 1 }
    - { id: unused, service: kms, percent: 1 }
    - { id: over, service: ec2, percent: 1, until: 2026-10-31 }
    - { id: next, service: ec2, percent: 1, from: 2026-11-02 }
    - { id: renewed, service: ebs, percent: 1, until: 2026-10-31 }
    - { id: again, service: ebs, percent: 2, from: 2026-11-01 }
`;
    const { costs, terms } = priced(text, [nat(), disk()]);
    expect(
      terms?.summary(costs, costs).entries.map(({ id, state, lines }) => `${id} ${state} ${lines}`),
    ).toEqual([
      ...['used used 2', 'unused unused 0', 'over expired 0', 'next not-yet-valid 0', 'renewed expired 0'],
      'again used 1',
    ]);
    expect(said(text, [nat()])).toEqual([
      'warning pricing-expired 6:7 "over" of "pricing" holds no longer: its last day was 2026-10-31.',
    ]);
  });
});

describe('resources that are alike', () => {
  it('cost what each costs by itself', () => {
    const text = `${ownNat()}  discounts: [{ id: edp, provider: aws, percent: 10 }]\n`;
    const config = configOf(text);
    const list = [web('a'), web('b'), nat('a'), nat('b', { region: valueOf('eu-west-1') }), web('c')];
    const [one, other] = [new SameCosts(), undefined].map((same) => {
      const terms = openTerms(config, openBook(), TODAY);
      if (terms === undefined) throw new Error('no terms');
      const context = { book: terms.book, catalog: openCatalog(), usage: NO_USAGE };
      return terms.apply(estimateResources(list, same === undefined ? context : { ...context, same }));
    });
    expect(one).toEqual(other);
  });
});
