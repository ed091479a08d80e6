import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';

import { PROFILE, publishedVersions, second } from '../../../test/support/published-versions.ts';
import { STANDARD_USAGE, usageCsv } from '../../../test/support/standard-usage.ts';
import { profileCommand } from './profile.ts';

const folder = mkdtempSync(join(tmpdir(), 'tollgate-profile-'));
const usage = join(folder, 'usage.csv');
writeFileSync(usage, STANDARD_USAGE);
const repository = publishedVersions();
afterAll(() => {
  repository[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What a command prints, and its exit code. */
async function run(command: string, ...options: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text);
      return true;
    });
  }
  await profileCommand().parseAsync([command, '--repo', repository.folder, ...options], { from: 'user' });
  return { ...written, code: Number(process.exitCode ?? 0) };
}

describe('tollgate profile', () => {
  it('validates: 0 without errors, 1 with one', async () => {
    expect(await run('validate', '--format', 'json')).toMatchObject({
      ...{ code: 0, stderr: '' },
      stdout: expect.stringContaining('"kind": "validated"') as string,
    });
    repository.write({ [PROFILE]: second.replace('USD', 'XXY') });
    const broken = await run('validate');
    repository.write({ [PROFILE]: second });
    expect(broken).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`error ${PROFILE}:12:11`) as string,
    });
  });

  it('says what differs', async () => {
    const found = await run('diff', '--base', 'HEAD~1', '--head', 'HEAD', '--now', '2026-05-01T00:00:00Z');
    expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining('1.2.0 → 2.0.0') as string });
  });

  it('simulates: 0, also without usage', async () => {
    const sides = ['--base', 'HEAD~1', '--head', 'HEAD', '--now', '2026-05-01T00:00:00Z'];
    const found = await run('simulate', ...sides, '--format', 'json', '--usage', usage, '--usage', usage);
    const { simulation } = JSON.parse(found.stdout) as { simulation: { usage: { counts: object } } };
    // Given twice: events with an id count once, and rows without one are read twice.
    expect(simulation.usage.counts).toMatchObject({ rows: 22, pooled: 2 });
    expect(await run('simulate', ...sides)).toMatchObject({
      ...{ code: 0, stdout: expect.stringContaining('There is no recorded usage') as string },
    });
  });

  it('rates as text, JSON and cost records, whose count goes to stderr', async () => {
    const counts = '11 rows = 4 rated + 1 deduplicated + 1 pooled + 4 rejected';
    const text = await run('rate', '--usage', usage);
    expect(text).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(counts) as string });
    expect(text.stdout).not.toContain('Order of calculation');
    const explained = await run('rate', '--usage', usage, '--explain', '--format', 'json');
    expect(JSON.parse(explained.stdout)).toMatchObject({
      kind: 'rated',
      usage: { counts: { rows: 11, rated: 4 } },
    });
    expect(explained.stdout).toContain(
      '"text": "graduated: 100,000 x 0.0012 + 5 flat + 4,000 x 0.001 = 129"',
    );
    const records = await run('rate', '--usage', usage, '--format', 'csv', '--reader', 'built-in');
    expect(records.stdout.split('\n')[0]).toMatch(/^BillingAccountId,SubAccountId,/);
    expect(records.stderr).toContain(
      `${counts} (1 late, 1 negative, 1 unknown-identity, 1 unknown-sku) + 1 unrated.\n`,
    );
    expect(records.stderr).toContain('.\nunrated: 1 row of t-001, seats: no terms are in force then\n');
    expect(records.stderr).toContain('usage.csv:8: negative: ConsumedQuantity "-1" is below 0.\n');
    expect(records.stderr).toMatch(
      /\nInvoices have 11 unknowns and 2 notices\.\nunknown: t-001, 2026-03-01T00:00:00Z to .*: No jurisdiction is known of api-calls: /,
    );
  });

  it('is 1 where not one row could be rated', async () => {
    const other = join(folder, 'other.csv');
    writeFileSync(other, usageCsv('2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,t-9,seats,1,seat,,,,,'));
    expect((await run('rate', '--usage', other)).code).toBe(1);
  });

  it('prints a query, or writes it', async () => {
    const options = ['--dialect', 'trino', '--table', 'usage', '--from', '2026-03-01', '--to', '2026-04-01'];
    const named = ['--column', 'SubAccountId=tenant', '--column', 'x_EventId'];
    const { stdout } = await run('usage-query', ...options, ...named);
    expect(stdout).toContain('CAST("tenant" AS VARCHAR)');
    const out = join(folder, 'new', 'usage.sql');
    expect((await run('usage-query', ...options, ...named, '--out', out)).stdout).toBe('');
    expect(readFileSync(out, 'utf8')).toBe(stdout);
  });
});
