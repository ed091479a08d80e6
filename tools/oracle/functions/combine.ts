import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Outcome, Vector } from './vector.ts';

interface Result extends Outcome {
  readonly expression: string;
  readonly missing?: true;
  readonly crash?: true;
}

function read(path: string | undefined): Result[] {
  const lines = readFileSync(path ?? '', 'utf8').trimEnd();
  return lines.split('\n').map((line) => JSON.parse(line) as Result);
}

/** A crash of the implementation is an error to its user; what a function is missing for is told apart by `missing`. */
function outcome({ error, crash, type, value, sensitive }: Result): Outcome {
  if (error ?? crash) return { error: true };
  return { type, value, ...(sensitive && { sensitive }) };
}

/** Terraform's answer; OpenTofu's beside it where it differs, and instead of it where only OpenTofu has the function. */
function combine(terraform: Result, opentofu: Result): Vector {
  const { expression } = terraform;
  const [first, second] = [outcome(terraform), outcome(opentofu)];
  if (terraform.missing && !opentofu.missing) return { expression, only: 'opentofu', ...second };
  const alike = isDeepStrictEqual(first, second) || opentofu.missing === true;
  return { expression, ...first, ...(!alike && { opentofu: second }) };
}

const [terraform, opentofu] = [read(process.argv[2]), read(process.argv[3])];
for (const [i, result] of terraform.entries()) {
  const other = opentofu[i];
  if (other?.expression !== result.expression) throw new Error(`line ${i + 1} differs`);
  console.log(JSON.stringify(combine(result, other)));
}
