import { describe, expect, it } from 'vitest';

import {
  compare,
  draft,
  edit,
  FILE,
  golden,
  published,
  successor,
} from '../../../test/golden/billing/compare.ts';

/** `class bump roles path: base -> head` of each difference. */
function lines(base: string, head: string, file = FILE): string[] {
  const { changes, diagnostics } = compare(base, head, file);
  expect(diagnostics).toEqual([]);
  return changes.flatMap(({ differences }) =>
    differences.map(
      ({ changeClass, requiredBump, approval, path, base: before, head: after }) =>
        `${changeClass} ${requiredBump} ${approval.join('+')} ${path}: ${before ?? 'none'} -> ${after ?? 'none'}`,
    ),
  );
}

/** What differs from what is published, but for the date. */
function linesOf(head: string): string[] {
  return lines(published, head).filter((line) => !line.includes(' effective.from: '));
}

describe('change classes', () => {
  it.each<[string, [string, string][], string[]]>([
    [
      'a name',
      [['name: Standard plan', 'name: Basic plan']],
      ['text patch owner name: Standard plan -> Basic plan'],
    ],
    ['an alert', [['[50, 80]', '[80]']], ['alert patch owner commitments[base].alertAt[50]: 50 -> none']],
    [
      'a price',
      [["unit: '12.50'", "unit: '13.00'"]],
      ['price major finance+owner skus[seats].price.unit: 12.50 -> 13.00'],
    ],
    [
      'notation',
      [["unit: '12.50'", "unit: '12.5'"]],
      ['notation patch owner skus[seats].price.unit: 12.50 -> 12.5'],
    ],
    [
      'a price to zero',
      [["amount: '99'", "amount: '0.00'"]],
      ['price-to-zero major accountable+finance skus[support].price.amount: 99 -> 0.00'],
    ],
    [
      'a tier price',
      [["unit: '0.0010'", "unit: '0.0009'"]],
      ['price major finance+owner skus[api-calls].price.tiers[upTo=1000000].unit: 0.0010 -> 0.0009'],
    ],
    [
      'a tier in between',
      [
        [
          "        - { upTo: '1000000'",
          "        - { upTo: '500000', unit: '0.0011' }\n        - { upTo: '1000000'",
        ],
      ],
      [
        'price major finance+owner skus[api-calls].price.tiers[upTo=500000]: none -> {"unit":"0.0011","upTo":"500000"}',
      ],
    ],
    [
      'a tier price to zero whose bound moves',
      [["{ upTo: '1000000', unit: '0.0010' }", "{ upTo: '2000000', unit: '0' }"]],
      [
        'price major finance+owner skus[api-calls].price.tiers[upTo=1000000]: {"unit":"0.0010","upTo":"1000000"} -> none',
        'price-to-zero major accountable+finance skus[api-calls].price.tiers[upTo=2000000]: none -> {"unit":"0","upTo":"2000000"}',
      ],
    ],
    [
      'a free tier with a flat price',
      [["{ upTo: '1000000', unit: '0.0010' }", "{ upTo: '2000000', unit: '0', flat: '5' }"]],
      [
        'price major finance+owner skus[api-calls].price.tiers[upTo=1000000]: {"unit":"0.0010","upTo":"1000000"} -> none',
        'price major finance+owner skus[api-calls].price.tiers[upTo=2000000]: none -> {"flat":"5","unit":"0","upTo":"2000000"}',
      ],
    ],
    [
      'a new SKU for nothing',
      [
        [
          'discounts:\n',
          "  - { id: sms, name: SMS, unit: message, meter: { aggregate: sum }, price: { model: perUnit, unit: '0' } }\ndiscounts:\n",
        ],
      ],
      [
        'price-to-zero major accountable+finance skus[sms]: none -> {"id":"sms","meter":{"aggregate":"sum"},"name":"SMS","price":{"model":"perUnit","unit":"0"},"unit":"message"}',
      ],
    ],
    [
      'a free quantity',
      [["freeQuantity: '1000'", "freeQuantity: '0'"]],
      ['price major finance+owner skus[api-calls].freeQuantity: 1000 -> 0'],
    ],
    [
      'what an SKU costs the seller',
      [["variable: '0.0004'", "variable: '0.0005'"]],
      ['cost patch owner skus[api-calls].cost.variable: 0.0004 -> 0.0005'],
    ],
    [
      'an aggregate',
      [['aggregate: max', 'aggregate: last']],
      ['price major finance+owner skus[seats].meter.aggregate: max -> last'],
    ],
    [
      'a new SKU',
      [
        [
          'discounts:\n',
          "  - { id: sms, name: SMS, unit: message, meter: { aggregate: sum }, price: { model: perUnit, unit: '0.07' } }\ndiscounts:\n",
        ],
      ],
      [
        'new-sku minor owner skus[sms]: none -> {"id":"sms","meter":{"aggregate":"sum"},"name":"SMS","price":{"model":"perUnit","unit":"0.07"},"unit":"message"}',
      ],
    ],
    [
      'a discount',
      [["value: '10'", "value: '20'"]],
      ['discount major finance discounts[spring].value: 10 -> 20'],
    ],
    [
      'a longer promotion',
      [['to: 2026-04-01', 'to: 2026-05-01']],
      ['promotion minor owner discounts[spring].to: 2026-04-01T00:00:00Z -> 2026-05-01T00:00:00Z'],
    ],
    [
      'a shorter promotion',
      [['to: 2026-04-01', 'to: 2026-03-15']],
      ['discount major finance discounts[spring].to: 2026-04-01T00:00:00Z -> 2026-03-15T00:00:00Z'],
    ],
    [
      'an overage',
      [["value: '0.9'", "value: '1.5'"]],
      ['commitment major finance commitments[base].overage.value: 0.9 -> 1.5'],
    ],
    ['a currency', [['currency: USD', 'currency: EUR']], ['currency new-id finance currency: USD -> EUR']],
    [
      'a rounding level',
      [['level: line', 'level: invoice']],
      ['rounding new-id finance rounding.level: line -> invoice'],
    ],
    [
      'shares',
      [
        ["share: '0.7'", "share: '0.6'"],
        ["share: '0.3'", "share: '0.4'"],
      ],
      [
        'allocation major finance+owner allocation[shared].shares[search].share: 0.3 -> 0.4',
        'allocation major finance+owner allocation[shared].shares[shop].share: 0.7 -> 0.6',
      ],
    ],
    [
      'a migration',
      [['mode: newOnly', 'mode: all']],
      ['migration major accountable+finance migration.mode: newOnly -> all'],
    ],
    [
      'the owner',
      [["'@jane'", "'@mallory'"]],
      ['control none finance+owner owner.accountable: @jane -> @mallory'],
    ],
    [
      'defaults that are written out',
      [
        ['level: line', 'level: line, digits: 2'],
        ["unit: '12.50' }", "unit: '12.50' }\n    proration: none"],
        ['aggregate: max', 'aggregate: max, window: period'],
      ],
      [
        'notation patch owner rounding.digits: none -> 2',
        'notation patch owner skus[seats].meter.window: none -> period',
        'notation patch owner skus[seats].proration: none -> none',
      ],
    ],
    [
      'digits that the currency has not',
      [['level: line', 'level: line, digits: 3']],
      ['rounding new-id finance rounding.digits: none -> 3'],
    ],
    [
      'a most amount of nothing',
      [["amount: '99'", "amount: '99' }\n    maxAmount: '0'\n    x-rest: {"]],
      [
        'price-to-zero major accountable+finance skus[support].maxAmount: none -> 0',
        'extension none  skus[support].x-rest: none -> {}',
      ],
    ],
    ['terms', [['cutoff: P3D', 'cutoff: P9D']], ['terms major finance+owner cutoff: P3D -> P9D']],
    ['an extension', [['x-ticket: FIN-7', 'x-ticket: FIN-8']], ['extension none  x-ticket: FIN-7 -> FIN-8']],
  ])('%s', (_, edits, expected) => {
    expect(linesOf(edit(successor, ...edits))).toEqual(expected);
  });

  it('a draft that is published too late', () => {
    expect(lines(draft, published)).toEqual([
      'effective-in-past refused  effective.from: 2026-01-01T00:00:00Z -> 2026-01-01T00:00:00Z',
      'lifecycle none finance lifecycle: draft -> published',
    ]);
  });

  it('needs no step for another notation of what no snapshot holds', () => {
    const written = (test: string, own: string, limit: string) =>
      edit(
        published,
        ["expect: '0'", `expect: '${test}'`],
        ['x-ticket: FIN-7', `x-ticket: '${own}'\nlimits: { maxRevenueLossPct: '${limit}' }`],
      );
    expect(lines(written('0', '7', '5'), written('0.00', '7.0', '5.0'))).toEqual([
      'control none finance+owner limits.maxRevenueLossPct: 5 -> 5.0',
      'tests none owner tests[first tier api-calls 1000].expect: 0 -> 0.00',
      'extension none  x-ticket: 7 -> 7.0',
    ]);
  });

  it('names a removed SKU', () => {
    const without = successor.replace(/ {2}- id: support\n(?: {4}.*\n)+/, '');
    expect(linesOf(without)).toEqual([
      expect.stringMatching(/^sku-removed major accountable\+finance skus\[support\]: \{.*\} -> none$/),
    ]);
  });

  it.each([
    ['a new discount', '', 'discount major finance'],
    ['a new discount that must be granted', ', enabled: false', 'discount minor owner'],
  ])('%s', (_, more, expected) => {
    const added = `discounts:\n  - { id: vip, type: percent, value: '5', precedence: 20, stacking: stack${more} }\n`;
    const [line] = linesOf(edit(successor, ['discounts:\n', added]));
    expect(line).toMatch(new RegExp(`^${expected.replace('+', '\\+')} discounts\\[vip\\]: none`));
  });

  it('sees a price go to zero with another model', () => {
    const free = edit(successor, ["{ model: perUnit, unit: '12.50' }", "{ model: flat, amount: '0' }"]);
    expect(linesOf(free)).toContain(
      'price-to-zero major accountable+finance skus[seats].price.amount: none -> 0',
    );
  });

  it('gives away nothing that was free before', () => {
    const free = edit(published, ["{ model: perUnit, unit: '12.50' }", "{ model: flat, amount: '0' }"]);
    const other = edit(successor, ["unit: '12.50'", "unit: '0'"]);
    expect(lines(free, other)).toContain('price major finance+owner skus[seats].price.unit: none -> 0');
  });

  it('a step back in the lifecycle is refused', () => {
    expect(lines(published, draft)).toEqual(['lifecycle refused  lifecycle: published -> draft']);
  });

  it.each([
    [
      'bindings/prod.json',
      'bindings.json',
      '"from": "2026-07-01T00:00:00Z"',
      '"from": "2026-07-01T00:00:00Z", "tags": {"a": "b"}',
      'binding none finance bindings[tenant t-001 2026-07-01T00:00:00Z].tags.a: none -> b',
    ],
    [
      'tax/europe.yaml',
      'tax.yaml',
      "'19'",
      "'20'",
      'tax major tax rows[DE standard 2021-01-01T00:00:00Z].rate: 19 -> 20',
    ],
    [
      'fx/ecb.yaml',
      'exchange.yaml',
      '1.0835',
      '1.0853',
      'rate-in-past refused  rates[EUR USD 2026-01-30].rate: 1.0835 -> 1.0853',
    ],
    [
      'corrections/fix.yaml',
      'correction.yaml',
      "'-6.00'",
      "'-60.00'",
      'correction refused  lines[t-001 api-calls 2026-02-01T00:00:00Z].amount: -6.00 -> -60.00',
    ],
    [
      'corrections/fix.yaml',
      'correction.yaml',
      "'-6.00'",
      "'-6.0'",
      'correction refused  lines[t-001 api-calls 2026-02-01T00:00:00Z].amount: -6.00 -> -6.0',
    ],
    [
      'bindings/prod.json',
      'bindings.json',
      '"from": "2026-07-01T00:00:00Z"',
      '"from": "2026-07-01T00:00:00Z", "tags": {"a": "1.0"}',
      'binding none finance bindings[tenant t-001 2026-07-01T00:00:00Z].tags.a: none -> 1.0',
    ],
  ])('in %s', (path, name, from, to, expected) => {
    const all = lines(golden(name), edit(golden(name), [from, to]), `billing/${path}`);
    expect(all[0]?.startsWith(expected)).toBe(true);
  });
});
