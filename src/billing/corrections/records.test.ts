import { describe, expect, it } from 'vitest';

import { edit, golden, published } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { correctionRecords } from './records.ts';

const correction = golden('correction.yaml');
const bound = (more: object) => ({
  ...{ type: 'tenant', id: 't-001', profile: 'standard@1.2.0', from: '2026-01-01T00:00:00Z' },
  ...more,
});

function records(text: string, bindings: readonly object[] = [bound({})], profile = published) {
  const set = { kind: 'BindingSet', schemaVersion: 1, id: 'prod', environment: 'prod', bindings };
  const catalogue = openCatalogue(
    memoryTree({
      'billing/profiles/standard.yaml': profile,
      'billing/bindings/prod.json': JSON.stringify(set),
      'billing/corrections/fix.yaml': text,
    }),
  );
  const found = correctionRecords(catalogue);
  const errors = found.diagnostics.map(({ code, source, message, hint = '' }) =>
    `${code} ${source?.start.line ?? 0}:${source?.start.column ?? 0} ${message} ${hint}`.trim(),
  );
  return { records: found.records, errors, catalogue };
}

describe('a correction', () => {
  it('makes a row of FOCUS columns for each line', () => {
    const { records: rows, errors, catalogue } = records(correction);
    expect(errors).toEqual([]);
    expect(rows).toEqual([
      {
        BilledCost: '-6',
        BillingCurrency: 'USD',
        ChargeCategory: 'Usage',
        ChargeClass: 'Correction',
        ChargeDescription: 'Calls of the test gateway were billed.',
        ChargePeriodStart: '2026-02-01T00:00:00Z',
        ChargePeriodEnd: '2026-03-01T00:00:00Z',
        ConsumedQuantity: '-5000',
        ConsumedUnit: 'request',
        SkuId: 'api-calls',
        SubAccountId: 't-001',
        SubAccountType: 'tenant',
        x_BillingProfileId: 'standard',
        x_BillingProfileVersion: '1.2.0',
        x_BillingProfileSha256: catalogue.profile('standard@1.2.0')?.sha256,
        x_CorrectionId: 'fix-2026-02',
      },
    ]);
  });

  it('has no quantity when only the amount is corrected', () => {
    const [row] = records(edit(correction, [", quantity: '-5000'", ''])).records;
    expect([row?.ConsumedQuantity, row?.ConsumedUnit]).toEqual([null, null]);
  });

  it('may lie over two bindings to the same version, one after the other', () => {
    const middle = '2026-02-10T00:00:00Z';
    const found = records(correction, [bound({ to: middle }), bound({ from: middle })]);
    expect([found.errors, found.records.length]).toEqual([[], 1]);
  });

  it('may reach up to the very end of a binding', () => {
    const found = records(correction, [bound({ to: '2026-03-01T00:00:00Z' })]);
    expect([found.errors, found.records.length]).toEqual([[], 1]);
    expect(records(correction, [bound({ to: '2026-02-28T23:59:59Z' })]).records).toEqual([]);
  });

  it('names a customer by type and id where an id alone says too little', () => {
    const both = [bound({}), bound({ type: 'account' })];
    expect(records(correction, both).errors).toEqual([
      'unknown-binding 7:16 "t-001" is the id of customers of several types: tenant, account. Write the type before it: "tenant t-001".',
    ]);
    const text = edit(correction, ['binding: t-001', 'binding: account t-001']);
    expect(records(text, both).records.map(({ SubAccountType }) => SubAccountType)).toEqual(['account']);
  });

  it.each<[string, [string, string], string]>([
    [
      'an SKU',
      ['api-calls', 'api-cals'],
      'unknown-sku 7:28 There is no SKU "api-cals" in standard@1.2.0. Did you mean "api-calls"?',
    ],
    [
      'a customer',
      ['t-001', 't-002'],
      'unknown-binding 7:16 Nobody is bound as "t-002" in prod. Write the id of a binding as it stands there.',
    ],
    [
      'a window before the binding',
      ['from: 2026-02-01', 'from: 2025-12-31'],
      'correction-outside 7:45 standard@1.2.0 did not hold for the tenant "t-001" from 2025-12-31T00:00:00Z to 2026-03-01T00:00:00Z. It held from 2026-01-01T00:00:00Z.',
    ],
    [
      'an amount that can be paid',
      ["'-6.00'", "'-6.001'"],
      'correction-too-fine 7:120 The amount -6.001 has 3 digits after the point; invoices in USD have 2. Round it: a finer amount cannot be paid.',
    ],
  ])('without %s makes no row', (_, change, expected) => {
    const found = records(edit(correction, change));
    expect([found.records, found.errors]).toEqual([[], [expected]]);
  });

  it('is refused in a gap, after the end and for a draft', () => {
    const gap = [bound({ to: '2026-02-10T00:00:00Z' }), bound({ from: '2026-02-11T00:00:00Z' })];
    expect(records(correction, gap).errors).toEqual([
      expect.stringMatching(
        /^correction-outside .* It held from .* to 2026-02-10T00:00:00Z and from 2026-02-11T00:00:00Z\.$/,
      ),
    ]);
    expect(records(correction, [bound({ to: '2026-02-28T00:00:00Z' })]).records).toEqual([]);
    const draft = edit(published, ['lifecycle: published', 'lifecycle: draft']);
    expect(records(correction, [bound({})], draft).errors).toEqual([
      'draft-reference 4:10 The version is a draft: nothing was billed by it.',
    ]);
  });

  it('may have as many digits as invoices have, and zeros behind them', () => {
    expect(records(edit(correction, ["'-6.00'", "'-6.0100'"])).errors).toEqual([]);
    const digits = edit(published, ['level: line', 'level: line, digits: 3']);
    expect(records(edit(correction, ["'-6.00'", "'-6.001'"]), [bound({})], digits).errors).toEqual([]);
  });

  it('is in doubt, and no error of its own, where bindings cannot be read', () => {
    const files = {
      'billing/profiles/standard.yaml': published,
      'billing/bindings/prod.json': '{',
      'billing/corrections/fix.yaml': correction,
    };
    const found = correctionRecords(openCatalogue(memoryTree(files)));
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['unread-reference']);
  });

  it('of thousands of lines for a customer with thousands of bindings is judged, and its errors are capped', () => {
    const instant = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString().replace('.000Z', 'Z');
    const days = Array.from({ length: 3000 }, (_, index) => index + 1);
    const gaps = days.map((day) => bound({ from: instant(2 * day), to: instant(2 * day + 1) }));
    const [head = ''] = correction.split('lines:');
    const line = (from: number, to: number) =>
      `  - { binding: t-001, sku: api-calls, from: ${instant(from)}, to: ${instant(to)}, amount: '1' }\n`;
    const good = days.map((day) => line(2 * day, 2 * day + 1)).join('');
    expect(records(`${head}lines:\n${good}`, gaps)).toMatchObject({ errors: [], records: { length: 3000 } });
    const bad = days.map((day) => line(2 * day, 2 * day + 2)).join('');
    const { errors } = records(`${head}lines:\n${bad}`, gaps);
    expect(errors).toHaveLength(51);
    expect(errors[0]).toMatch(/It held from .* and from .* and from .*, and 2997 times more\.$/u);
  });
});
