import { expect, it } from 'vitest';
import { judge } from '../../../test/golden/billing-rules/judge.ts';
import { base, BEFORE, withSnapshots } from '../../../test/golden/billing-rules/repository.ts';

const USAGE = 'billing/usage/2026-04.csv';
const BINDINGS = 'billing/bindings/prod.yaml';
const CONFIG = 'tollgate.yml';

/** A new customer gets a sandbox profile from a past date on, and usage is there of one whom nobody knows. */
function strangers(hash: boolean): Promise<string[]> {
  const row = `2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,t-999,seats,1,seat,e9\n`;
  const config = (base[CONFIG] ?? '').replace('billing:\n', `billing:\n  hash_customers: ${String(hash)}\n`);
  const before = withSnapshots({ ...base, [USAGE]: `${base[USAGE] ?? ''}${row}`, [CONFIG]: config }, BEFORE);
  const binding = '  - { type: tenant, id: t-777, profile: trial@1.0.0, from: 2026-04-01T00:00:00Z }\n';
  const trial = (base['billing/profiles/partner.yaml'] ?? '')
    .replace('id: partner', 'id: trial')
    .replace('environment: prod', 'environment: sandbox');
  const bindings = (base[BINDINGS] ?? '').replace('bindings:\n', `bindings:\n${binding}`);
  return judge(before, { ...before, 'billing/profiles/trial.yaml': trial, [BINDINGS]: bindings });
}

it('names no customer of the usage or of a binding where customers are hidden', async () => {
  const [shown, hidden] = [await strangers(false), await strangers(true)];
  const rules = (lines: readonly string[]) => lines.map((line) => line.slice(0, 6));
  expect(rules(hidden)).toEqual(rules(shown));
  expect(rules(hidden)).toEqual(expect.arrayContaining(['BP-203', 'BP-301', 'BP-801']));
  expect(shown.join('\n')).toMatch(/t-777[^]*t-999/u);
  expect(hidden.join('\n')).not.toMatch(/t-\d{3}/u);
});
