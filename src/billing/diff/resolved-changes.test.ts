import { describe, expect, it } from 'vitest';

import { edit, golden, NOW } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { billingChanges } from '../changes.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { withResolved } from './resolved-changes.ts';

const EXTENDING = `kind: BillingProfile
schemaVersion: 1
id: partner
version: 1.0.0
name: Partners
lifecycle: published
environment: prod
owner: { accountable: '@jane' }
effective: { from: 2026-06-01T00:00:00Z }
currency: USD
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: P3D
timezone: UTC
extends: plan@1.0.0
params: { seat: '10' }
`;

const PLAN = `${EXTENDING.replace('id: partner', 'id: plan').replace(/extends[^]*$/, '')}parameters:
  seat: { path: 'skus[seats].price.unit' }
skus:
  - { id: seats, name: Seats, unit: seat, meter: { aggregate: max }, price: { model: perUnit, unit: '12' } }
  - { id: calls, name: Calls, unit: call, meter: { aggregate: sum }, price: { model: perUnit, unit: '1' } }
`;

const CARD = `kind: RateCard
schemaVersion: 1
id: lines
version: 1.0.0
lifecycle: published
owner: { accountable: '@jane' }
effective: { from: 2026-06-01T00:00:00Z }
currency: USD
skus:
  - { id: seats, name: Seats, unit: seat, meter: { aggregate: max }, price: { model: perUnit, unit: '12' } }
  - { id: calls, name: Calls, unit: call, meter: { aggregate: sum }, price: { model: perUnit, unit: '1' } }
`;

const CARDED = EXTENDING.replace(/extends[^]*$/, 'rateCard: lines@1.0.0\n');
const OWN_SEATS =
  "skus:\n  - { id: seats, name: Seats, unit: seat, meter: { aggregate: max }, price: { model: perUnit, unit: '0' } }\n";

/** Another card, edited. */
const wires = (...edits: [string, string][]) => edit(CARD, ['id: lines', 'id: wires'], ...edits);

/** What differs in the profile: class, step and roles, and what follows from it. */
function found(base: string, head: string, others: Readonly<Record<string, string>>): string[] {
  const common = { 'billing/profiles/plan.yaml': PLAN, 'billing/ratecards/lines.yaml': CARD };
  const [before, after] = [
    memoryTree({ ...common, 'billing/profiles/partner.yaml': base }),
    memoryTree({ ...common, ...others, 'billing/profiles/partner.yaml': edit(head, ['1.0.0', '2.0.0']) }),
  ];
  const catalogues = [openCatalogue(before), openCatalogue(after)] as const;
  expect(catalogues.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  const changes = withResolved(billingChanges(before, after, NOW).changes, ...catalogues);
  const differences = changes.find(({ id }) => id === 'partner')?.differences ?? [];
  return differences.map(({ path, changeClass, requiredBump, approval, leadsTo = [] }) =>
    [
      `${path}: ${changeClass} ${requiredBump} ${approval.join('+')}`,
      ...leadsTo.map((one) => `${one.path} ${one.kind} ${one.changeClass}`),
    ].join(', '),
  );
}

const ZERO = 'price-to-zero major accountable+finance';

describe('withResolved', () => {
  it.each<[string, string, string, string, string[]]>([
    [
      'a price of 0 by another rate card',
      CARDED,
      edit(CARDED, ['lines@1.0.0', 'wires@1.0.0']),
      wires(["unit: '12'", "unit: '0'"]),
      [`rateCard: ${ZERO}, skus[seats].price.unit changed price-to-zero`],
    ],
    [
      'another unit by another rate card',
      CARDED,
      edit(CARDED, ['lines@1.0.0', 'wires@1.0.0']),
      wires(['unit: seat', 'unit: chair']),
      ['rateCard: price major finance+owner, skus[seats].unit changed price'],
    ],
    [
      'an SKU that another rate card has not',
      CARDED,
      edit(CARDED, ['lines@1.0.0', 'wires@1.0.0']),
      wires([CARD.slice(CARD.indexOf('  - { id: calls')), '']),
      ['rateCard: sku-removed major accountable+finance, skus[calls] removed sku-removed'],
    ],
    [
      'an SKU that another rate card has in addition',
      CARDED,
      edit(CARDED, ['lines@1.0.0', 'wires@1.0.0']),
      `${wires()}${CARD.slice(CARD.indexOf('  - { id: calls')).replace('calls', 'texts')}`,
      ['rateCard: new-sku minor owner, skus[texts] added new-sku'],
    ],
    [
      'a rate card that says the same',
      CARDED,
      edit(CARDED, ['lines@1.0.0', 'wires@1.0.0']),
      wires(),
      ['rateCard: notation patch owner'],
    ],
    [
      'a rate card in the place of own SKUs that are the same',
      `${CARDED.replace(/rateCard.*\n/, '')}${CARD.slice(CARD.indexOf('skus:'))}`,
      CARDED,
      wires(),
      [
        'rateCard: notation patch owner',
        'skus[calls]: notation patch owner',
        'skus[seats]: notation patch owner',
      ],
    ],
    [
      'a parameter of 0',
      EXTENDING,
      edit(EXTENDING, ["'10'", "'0'"]),
      wires(),
      [`params.seat: ${ZERO}, skus[seats].price.unit changed price-to-zero`],
    ],
    [
      'an own SKU for nothing in the place of one that is taken over',
      edit(EXTENDING, ["params: { seat: '10' }\n", '']),
      edit(EXTENDING, ["params: { seat: '10' }\n", OWN_SEATS]),
      wires(),
      [`skus[seats]: ${ZERO}, skus[seats].price.unit changed price-to-zero`],
    ],
    [
      'a draft',
      edit(EXTENDING, ['published', 'draft']),
      edit(EXTENDING, ['published', 'draft'], ["'10'", "'0'"]),
      wires(),
      ['params.seat: price-to-zero none accountable+finance, skus[seats].price.unit changed price-to-zero'],
    ],
  ])('%s', (_, base, head, card, expected) => {
    expect(found(base, head, { 'billing/ratecards/wires.yaml': card })).toEqual(expected);
  });

  it.each([
    ['a rate card', CARDED],
    ['an extended profile', EXTENDING],
  ])('needs no step for the tests of what has %s', (_, profile) => {
    const tested = `${profile}tests:\n  - { name: ten, sku: calls, quantity: '10', expect: '10' }\n`;
    const line = 'tests[ten calls 10]: tests none owner';
    expect(found(profile, tested, {})).toEqual([line]);
    expect(found(tested, profile, {})).toEqual([line]);
    expect(found(tested, edit(tested, ["expect: '10'", "expect: '10.00'"]), {})).toEqual([
      'tests[ten calls 10].expect: tests none owner',
    ]);
  });

  it('leaves what refers to nothing as it was', () => {
    const before = memoryTree({ 'billing/profiles/standard.yaml': golden('standard.yaml') });
    const after = memoryTree({
      'billing/profiles/standard.yaml': edit(golden('standard.yaml'), ['name: Standard plan', 'name: Basic']),
    });
    const { changes } = billingChanges(before, after, NOW);
    const [change] = withResolved(changes, openCatalogue(before), openCatalogue(after));
    expect(change?.differences).toEqual(changes[0]?.differences);
  });
});
