import { expect, it } from 'vitest';

import { schemaErrors } from '../../../test/support/published-schema.ts';
import { PROFILE, publishedVersions, second } from '../../../test/support/published-versions.ts';
import {
  renderCorrectionErrors,
  renderCorrections,
  renderCorrectionsCsv,
  renderCorrectionsJson,
} from '../../render/profile/corrections.ts';
import { corrections } from './corrections.ts';

const look = { color: false, width: 160 };
const FILE = 'billing/corrections/february.yaml';
const correction = (...lines: string[]) =>
  `kind: Correction
schemaVersion: 1
id: february
profile: standard@1.2.0
reason: 'Calls of the "test" gateway, and retries, were billed.'
lines:
${lines.map((line) => `  - { ${line} }\n`).join('')}`;
const WINDOW = 'from: 2026-02-01T00:00:00Z, to: 2026-03-01T00:00:00Z';
const CALLS = `binding: t-001, sku: api-calls, ${WINDOW}, quantity: '-5000', amount: '-6.00'`;
const AMOUNT = `binding: t-001, sku: support, ${WINDOW}, amount: '12.50'`;

it('prints each line as a row in the columns of FOCUS', () => {
  using repository = publishedVersions();
  repository.write({ [FILE]: correction(CALLS, AMOUNT) });
  const found = corrections({ repository: repository.folder });
  const hash = found.records[0]?.x_BillingProfileSha256 ?? '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const from = '2026-02-01T00:00:00Z,2026-03-01T00:00:00Z';
  const reason = '"Calls of the ""test"" gateway, and retries, were billed."';
  expect(renderCorrectionsCsv(found).split('\n').slice(1)).toEqual([
    `-6,USD,Usage,Correction,${reason},${from},-5000,request,api-calls,t-001,tenant,standard,1.2.0,${hash},february`,
    `12.5,USD,Usage,Correction,${reason},${from},,,support,t-001,tenant,standard,1.2.0,${hash},february`,
    '',
  ]);
  expect(renderCorrectionErrors(found, look)).toBe('');
  const text = renderCorrections(found, look);
  expect(text).toContain('── Corrections at working tree: 2 records');
  expect(text).toContain('-5,000 request');
  expect(text).toContain('-$6.00');
  expect(schemaErrors('profile-corrections', renderCorrectionsJson(found, { toolVersion: '1.0.0' }))).toEqual(
    [],
  );
});

it('has no row for a line that cannot be, and says why', () => {
  using repository = publishedVersions();
  repository.write({ [FILE]: correction(CALLS.replace('t-001', 't-009'), AMOUNT) });
  const found = corrections({ repository: repository.folder });
  expect(found.records.map(({ SkuId }) => SkuId)).toEqual(['support']);
  expect(found.diagnostics).toMatchObject([
    { severity: 'error', code: 'unknown-binding', source: { file: FILE, start: { line: 7 } } },
  ]);
  expect(renderCorrectionErrors(found, look)).toContain(`error ${FILE}:7:`);
  expect(schemaErrors('profile-corrections', renderCorrectionsJson(found, { toolVersion: '1.0.0' }))).toEqual(
    [],
  );
});

it('says that a record may be of what was never published', () => {
  using repository = publishedVersions();
  repository.write({ [FILE]: correction(CALLS), [PROFILE]: second.replace("unit: '14'", "unit: '16'") });
  expect(corrections({ repository: repository.folder }).diagnostics).toMatchObject([
    { severity: 'error', code: 'snapshot-mismatch', source: { file: PROFILE } },
  ]);
});

it('reads another ref, and says when there is none', () => {
  using repository = publishedVersions();
  repository.write({ [FILE]: correction(CALLS) });
  const found = corrections({ repository: repository.folder, ref: 'HEAD' });
  expect(found.records).toEqual([]);
  expect(renderCorrections(found, look)).toContain('No correction has a record.');
});
