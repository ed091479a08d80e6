import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { check } from '../../src/app/check.ts';
import type { CheckResult } from '../../src/model/result.ts';
import { createRepository } from '../../src/tree/create.ts';
import { EXAMPLES } from './files.ts';

/** The day of the examples. */
export const NOW = '2026-11-16T09:00:00Z';

/** What the gate says of the change of an example, after an edit of its files. */
export async function judged(example: string, edit: (folder: string) => void = () => undefined): Promise<CheckResult> {
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-example-'));
  try {
    const sides = ['base', 'change'].map((side) => join(EXAMPLES, example, side)) as [string, string];
    const { base } = createRepository(folder, ...sides);
    edit(folder);
    return (await check({ repository: folder, base, now: NOW })).result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Findings as lines: what they do, by which rule or policy, where. */
export function findingsOf({ findings }: CheckResult): string[] {
  return findings.map(
    ({ status, policyId, rule, source }) => `${status} ${rule ?? policyId} ${source?.file ?? '-'}`,
  );
}
