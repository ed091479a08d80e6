import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { testResults } from '../../src/billing/facts/test-results.ts';
import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';

const document = readFileSync(new URL('../../docs/billing-rating.md', import.meta.url), 'utf8');
/** An SKU as the document shows it, and the rows of its table: a quantity, an amount and why. */
const EXAMPLE = /```yaml\n([^]*?)```\n\n\|.*\n\| ---.*\n((?:\|.*\n)+)/g;
const PROFILE = `kind: BillingProfile
schemaVersion: 1
id: example
version: 1.0.0
lifecycle: published
environment: prod
owner: { accountable: '@jane' }
effective: { from: 2026-01-01T00:00:00Z }
currency: EUR
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: P3D
timezone: UTC
`;

const examples = [...document.matchAll(EXAMPLE)].map(([, sku = '', rows = '']) => ({
  sku,
  rows: [...rows.matchAll(/^\| ([\d.]+) \| ([\d.]+) \|/gm)].map(([, quantity, amount]) => ({
    quantity,
    amount,
  })),
}));

/** A profile with the SKU, whose tests are the rows. */
function profileWith({ sku, rows }: (typeof examples)[number]): string {
  const id = /^id: (\w+)$/m.exec(sku)?.[1] ?? 'example';
  const defaults = { id, name: id, unit: 'unit', meter: '{ aggregate: sum }' };
  const given = Object.entries(defaults).filter(([key]) => !`\n${sku}`.includes(`\n${key}:`));
  const lines = [...given.map(([key, value]) => `${key}: ${value}`), ...sku.trimEnd().split('\n')];
  const tests = rows.map(
    ({ quantity, amount }) => `  - { sku: ${id}, quantity: '${quantity}', expect: '${amount}' }`,
  );
  return `${PROFILE}skus:\n  - ${lines.join('\n    ')}\ntests:\n${tests.join('\n')}\n`;
}

describe('the examples of docs/billing-rating.md', () => {
  it('are there for each model', () => {
    const models = examples.flatMap(({ sku }) => /model: (\w+)/.exec(sku)?.[1] ?? []);
    expect(new Set(models).size).toBe(10);
    expect(examples.length).toBe(11);
  });

  it.each(examples)('cost what the document says: $sku', (example) => {
    const { profiles, diagnostics } = openCatalogue(
      memoryTree({ 'billing/profiles/example.yaml': profileWith(example) }),
    );
    expect(diagnostics).toEqual([]);
    const results = profiles.flatMap((profile) =>
      profile.document ? testResults(profile, profile.document) : [],
    );
    expect(results.length).toBe(example.rows.length);
    expect(results.map(({ actual }) => actual)).toEqual(example.rows.map(({ amount }) => amount));
  });
});
