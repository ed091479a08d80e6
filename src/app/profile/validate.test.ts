import { afterAll, describe, expect, it } from 'vitest';

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

  it('refuses a repository without billing files', () => {
    using repository = temporaryRepository();
    repository.commit({ 'README.md': '' });
    expect(() => validated(repository)).toThrow('There are no billing files at working tree.');
    expect(() => validated(repository, { ref: 'gone' })).toThrow('There is no commit "gone" in this clone.');
  });
});
