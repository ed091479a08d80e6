import { expect, it } from 'vitest';

import { edit, golden } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { UserError } from '../../lib/errors.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { planSnapshots } from './plan.ts';
import { restore } from './restore.ts';

const CARD = golden('every-model.yaml').replace('lifecycle: draft', 'lifecycle: published');
const head = (id: string, version: string, from: string) => `kind: BillingProfile
schemaVersion: 1
id: ${id}
version: ${version}
name: 'yes: no # "1.0"'
lifecycle: published
environment: prod
owner: { accountable: jane }
effective: { from: ${from} }
currency: JPY
rounding: { mode: halfEven, level: invoice, digits: 2 }
cadence: quarterly
cutoff: P3DT12H
timezone: Europe/Berlin
`;
const BASE = `${head('base', '1.0.0', '2026-01-01T00:00:00Z')}rateCard: every-model@2.0.0-rc.1
taxes: europe@1.0.0
parameters: { price: { path: 'skus[per-unit].price.unit' } }
discounts:
  - { id: none, type: percent, value: '5', skus: [], precedence: 1, stacking: best, enabled: false }
  - { id: large, type: fixed, value: '7', conditions: { tags: { size: '10' }, minAmount: '0' }, precedence: 2, stacking: stack, cap: '9.50' }
commitments:
  - { id: term, type: prepaid, amount: '100', period: term, overage: { type: rate, value: '0' }, trueUp: term, proration: days }
revenueShare: [{ party: partner, percent: '0', base: gross }]
`;
const plus = (version: string, from: string, price: string) =>
  `${head('plus', version, from)}extends: base@1.0.0\nparams: { price: '${price}' }\n`;

it('restores every price model, what was extended and what was set', () => {
  const files: Record<string, string> = {
    'billing/ratecards/card.yaml': CARD,
    'billing/tax/europe.yaml': golden('tax.yaml'),
    'billing/profiles/base.yaml': BASE,
  };
  const publish = (text: string) => {
    files['billing/profiles/plus.yaml'] = text;
    const opened = openCatalogue(memoryTree(files));
    expect(opened.diagnostics).toEqual([]);
    for (const { path, text: content } of planSnapshots(opened, '2025-12-01T00:00:00Z').files)
      files[path] = content;
    return openCatalogue(memoryTree(files));
  };
  publish(plus('1.0.0', '2026-01-01T00:00:00Z', '3.50'));
  const before = publish(plus('2.0.0', '2026-06-01T00:00:00Z', '4'));
  const restored = restore(before, 'plus', '1.0.0', { as: '2.1.0', effectiveFrom: '2026-09-01T00:00:00Z' });
  const after = publish(restored.text);
  const [old, wrong, current] = after.versions('plus');
  expect([old, wrong, current].map((profile) => profile?.terms.version)).toEqual(['1.0.0', '2.0.0', '2.1.0']);
  expect(current?.termsSha256).toBe(old?.termsSha256);
  expect(current?.termsSha256).not.toBe(wrong?.termsSha256);
  expect(current?.terms.skus).toEqual(old?.terms.skus);
  expect(current?.terms.skus).toHaveLength(9);
  expect(current?.terms.discounts).toEqual(old?.terms.discounts);
  expect(current?.json['name']).toBe('yes: no # "1.0"');
});

it('says of a rate card and a tax table that profiles are restored, with what they took from it', () => {
  const card = edit(golden('every-model.yaml'), ['lifecycle: draft', 'lifecycle: published']);
  const files = { 'billing/ratecards/card.yaml': card, 'billing/tax/europe.yaml': golden('tax.yaml') };
  const catalogue = openCatalogue(memoryTree(files));
  const hint = (id: string) => {
    try {
      restore(catalogue, id, '1.0.0', { effectiveFrom: '2026-09-01T00:00:00Z' });
    } catch (error) {
      return error instanceof UserError ? error.hint : undefined;
    }
    return undefined;
  };
  expect(hint('every-model')).toMatch(/^It is the id of a rate card: those cannot be restored\./u);
  expect(hint('europe')).toMatch(/^It is the id of a tax table: those cannot be restored\./u);
  expect(hint('nothing')).toBe('There is no profile of this id.');
});
