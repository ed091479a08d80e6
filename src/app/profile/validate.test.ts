import { afterAll, describe, expect, it } from 'vitest';

import { edit } from '../../../test/golden/billing/compare.ts';
import { schemaErrors } from '../../../test/support/published-schema.ts';
import {
  BINDINGS,
  LOCK,
  PROFILE,
  publishedVersions,
  second,
  snapshotFile,
} from '../../../test/support/published-versions.ts';
import { temporaryRepository, type TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import { renderValidated, renderValidatedJson } from '../../render/profile/validated.ts';
import { snapshotVersions } from './snapshot.ts';
import { validateBilling, type ValidateOptions } from './validate.ts';

const look = { color: false, width: 110 };
const repositories: TemporaryRepository[] = [];
afterAll(() => {
  for (const repository of repositories) repository[Symbol.dispose]();
});

/** A repository in order, with other files in its work tree. */
function changed(files: Readonly<Record<string, string>> = {}): TemporaryRepository {
  const repository = publishedVersions();
  repositories.push(repository);
  repository.write(files);
  return repository;
}

function validated({ folder }: TemporaryRepository, more: Partial<ValidateOptions> = {}) {
  const found = validateBilling({ repository: folder, ...more });
  expect(schemaErrors('profile-validated', renderValidatedJson(found, { toolVersion: '1.0.0' }))).toEqual([]);
  return found;
}

const problems = ({ diagnostics }: ReturnType<typeof validated>): string[] =>
  diagnostics.map(({ severity, code, source }) =>
    [severity, code, source?.file, source?.start.line, source?.start.column].join(' '),
  );

const hintOf = ({ diagnostics }: ReturnType<typeof validated>, code: string) =>
  diagnostics.find((found) => found.code === code)?.hint;

const NOW = '2026-05-01T00:00:00Z';
const CORRECTED =
  "binding: t-001, sku: api-calls, from: 2026-02-01T00:00:00Z, to: 2026-03-01T00:00:00Z, amount: '-6.00'";

describe('profile validate', () => {
  it('finds nothing in files that are in order', () => {
    const found = validated(changed());
    expect(found).toMatchObject({
      files: { BillingProfile: 1, BindingSet: 1, TaxTable: 1 },
      ...{ filesWithErrors: 0, snapshots: 3, tests: { passed: 5, failed: 0 }, diagnostics: [] },
    });
    expect(renderValidated(found, look)).toMatchInlineSnapshot(`
      "── Billing files at working tree: 0 errors, 0 warnings
        • 1 BillingProfile · 1 BindingSet · 1 TaxTable
        • 3 snapshots of published versions
        • Tests of the profiles: 5 passed, 0 failed
      "
    `);
  });

  it.each([
    ['a broken file', { [PROFILE]: 'kind: BillingProfile\nid: [' }, `error yaml-syntax ${PROFILE} 2 6`],
    ['a wrong value', { [PROFILE]: second.replace('USD', 'XXY') }, `error unknown-currency ${PROFILE} 12 11`],
    [
      'what nothing leads to',
      { [PROFILE]: second.replace('europe@1.0.0', 'europe@3.0.0') },
      `error unresolved-reference ${PROFILE} 17 8`,
    ],
    [
      'a failed test',
      { [PROFILE]: second.replace("expect: '0'", "expect: '1'") },
      `error test-failed ${PROFILE}`,
    ],
    [
      'an SKU without a test',
      {
        [PROFILE]: second.replace(
          "sku: support, quantity: '1', expect: '99'",
          "sku: seats, quantity: '1', expect: '14'",
        ),
      },
      `warning test-missing ${PROFILE} 38 5`,
    ],
    [
      'a bound of a tier without a test',
      { [PROFILE]: second.replace("'1001000', expect: '1025'", "'1000', expect: '0'") },
      `warning test-missing ${PROFILE} 19 5`,
    ],
    [
      'a begin that misses that of a billing period',
      { [PROFILE]: second.replace('timezone: UTC', 'timezone: Asia/Tokyo') },
      `warning off-period ${PROFILE} 10 20`,
    ],
    [
      'a published file that was edited',
      { [PROFILE]: second.replace("'14'", "'15'") },
      'error snapshot-mismatch',
    ],
    [
      'a version without a snapshot',
      { [PROFILE]: second.replace('2.0.0', '3.0.0') },
      'warning snapshot-missing',
    ],
    ['a snapshot that is none', { [snapshotFile('1.2.0')]: '{' }, `error snapshot-unreadable`],
    ['a lock file that is none', { [LOCK]: '{' }, `error lock-unreadable ${LOCK} 1`],
  ])('finds %s, with its place', (_, files, problem) => {
    const repository = changed(files);
    const found = problems(validated(repository));
    expect(found.some((line) => line.startsWith(problem)) ? problem : found).toBe(problem);
    expect(validated(repository, { ref: 'HEAD' }).diagnostics).toEqual([]);
  });

  it('says it with place and way out, errors first', () => {
    const files = { [PROFILE]: second.replace("expect: '0'", "expect: '1'"), [BINDINGS]: '{}' };
    expect(renderValidated(validated(changed(files)), look)).toMatchInlineSnapshot(`
      "── Billing files at working tree: 2 errors in 2 files, 0 warnings
        • 1 BillingProfile · 1 TaxTable
        • 3 snapshots of published versions
        • Tests of the profiles: 4 passed, 1 failed

      ── Errors and warnings: 2
        • error billing/bindings/prod.json:1:1 The content of a billing file lacks "kind", one of BillingProfile,
          RateCard, BindingSet, TaxTable, FxTable, UnitDefinition or Correction.
        • error billing/profiles/standard.yaml:64:67 The test "first tier" of billing profile "standard" expects 1,
          and gives 0. Mend the price, or what the test expects.
      "
    `);
  });

  it('judges a version that the base does not have as `check` does, before and after its branch raises it', () => {
    const repository = changed();
    repository.git('branch', '-M', 'main');
    repository.git('checkout', '-q', '-b', 'next');
    const next = edit(second, ['version: 2.0.0', 'version: 2.0.1'], ['from: 2026-06-01', 'from: 2026-07-01']);
    const named = edit(next, ['migration:', 'supersedes: standard@2.0.0\nmigration:']);
    repository.write({ [PROFILE]: named });
    snapshotVersions({ repository: repository.folder, check: false, now: NOW });
    repository.commit({});
    repository.write({ [PROFILE]: edit(named, ['timezone: UTC', 'timezone: Europe/Berlin']) });
    const found = validated(repository);
    expect(problems(found)).toContain(`warning snapshot-mismatch ${PROFILE} 5 10`);
    expect(hintOf(found, 'snapshot-mismatch')).toContain('Run `tollgate profile snapshot`');
    expect(problems(validated(repository, { base: 'HEAD' }))).toContain(
      `error snapshot-mismatch ${PROFILE} 5 10`,
    );
    repository.write({ [PROFILE]: edit(named, ['version: 2.0.1', 'version: 3.0.0']) });
    const raised = validated(repository);
    expect(problems(raised)).toEqual([
      `warning snapshot-missing ${PROFILE} 5 10`,
      `warning snapshot-unfounded ${snapshotFile('2.0.1')} 1 1`,
    ]);
    expect(hintOf(raised, 'snapshot-unfounded')).toContain('Run `tollgate profile snapshot`, which takes it');
    snapshotVersions({ repository: repository.folder, check: false, now: NOW });
    expect(problems(validated(repository))).toEqual([]);
  });

  it('says that a version may be withdrawn only while it has not begun', () => {
    const repository = changed({ [PROFILE]: edit(second, ['version: 2.0.0', 'version: 3.0.0']) });
    const hint = (now: string) => hintOf(validated(repository, { now }), 'version-order');
    expect(hint('2026-05-31T00:00:00Z')).toContain('withdraw it: "supersedes: standard@2.0.0"');
    expect(hint('2026-06-01T00:00:00Z')).toBe('Let it begin later.');
  });

  it('finds what a correction names and what did not hold, with its place', () => {
    const line = (...parts: [string, string][]) => `  - { ${edit(CORRECTED, ...parts)} }\n`;
    const lines = [
      line(['t-001', 't-099']),
      line(['api-calls', 'api-cals']),
      line(['from: 2026-02-01', 'from: 2025-12-31']),
      line(["'-6.00'", "'-6.001'"]),
      line(['api-calls', 'support']),
    ];
    const header =
      'kind: Correction\nschemaVersion: 1\nid: fix\nprofile: standard@1.2.0\nreason: Tests.\nlines:\n';
    const file = 'billing/corrections/fix.yaml';
    const found = validated(changed({ [file]: header + lines.join('') }));
    expect(problems(found)).toEqual([
      `error unknown-binding ${file} 7 16`,
      `error unknown-sku ${file} 8 28`,
      `error correction-outside ${file} 9 45`,
      `error correction-too-fine ${file} 10 101`,
    ]);
  });

  it('refuses a repository without billing files', () => {
    using repository = temporaryRepository();
    repository.commit({ 'README.md': '' });
    expect(() => validated(repository)).toThrow('There are no billing files at working tree.');
    expect(() => validated(repository, { ref: 'gone' })).toThrow('There is no commit "gone" in this clone.');
  });
});
