/**
 * Compares our syntax trees with those of the Go implementation of HCL, field by field.
 *
 *   find some-checkout -name '*.tf' | node tools/oracle/hcl/compare.ts
 *
 * Prints each difference and the counts; exit code 1 when a file differs. Needs Go. With `--write` it
 * prints the trees of the Go implementation instead: `cases/expected.jsonl` is made that way.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { topLevel } from '../../../src/iac/terraform/syntax/schema.ts';
import { findDifference } from './difference.ts';
import { readOurs } from './ours.ts';
import type { OracleBody, OracleFile } from './ours.ts';

const counts = { files: 0, blocks: 0, attributes: 0, invalid: 0, rejected: 0, accepted: 0, different: 0 };
const oracles = runGo(readFileSync(0, 'utf8'));
if (process.argv.includes('--write')) {
  for (const oracle of oracles) {
    console.log(
      JSON.stringify({ ...oracle, file: basename(oracle.file), errors: oracle.errors.map(() => 'error') }),
    );
  }
} else {
  for (const oracle of oracles) {
    const outcome = compareFile(oracle);
    if (outcome !== undefined) console.log(`${oracle.file}: ${outcome}`);
  }
  console.log(JSON.stringify(counts));
  if (counts.rejected + counts.accepted + counts.different > 0) process.exitCode = 1;
}

function runGo(list: string): OracleFile[] {
  const lines = list.split('\n').filter((line) => line !== '');
  const output = execFileSync('go', ['run', '.', JSON.stringify(topLevel, plain)], {
    cwd: import.meta.dirname,
    input: lines.map((line) => `${resolve(line)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OracleFile);
}

/** Maps and sets as the objects and arrays that JSON knows. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value as Map<string, unknown>);
  return value instanceof Set ? [...(value as Set<unknown>)] : value;
}

function compareFile(oracle: OracleFile): string | undefined {
  counts.files += 1;
  const { diagnostics, tree } = readOurs(oracle.file, readFileSync(oracle.file, 'utf8'));
  const [first] = diagnostics;
  if (oracle.errors.length > 0) {
    counts.invalid += 1;
    if (first !== undefined) return undefined;
    counts.accepted += 1;
    return `accepted, but Go says: ${oracle.errors[0] ?? ''}`;
  }
  if (first !== undefined) {
    counts.rejected += 1;
    return `rejected: ${first.message} at line ${first.source?.start.line ?? 0}`;
  }
  countBody(oracle.body);
  const difference = findDifference(oracle.template ?? oracle.body, tree);
  if (difference !== undefined) counts.different += 1;
  return difference;
}

/** Counts what is compared, at all depths. */
function countBody(body: OracleBody | undefined): void {
  counts.attributes += body?.attributes.length ?? 0;
  counts.blocks += body?.blocks.length ?? 0;
  for (const block of body?.blocks ?? []) countBody(block.body);
}
