import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CASE_FILES, caseOptions } from './case.ts';
import { condenseChanges, condenseValues } from './condense.ts';
import { Tofu } from './tofu.ts';

/** Plans the cases of test/golden/planned with a real OpenTofu, and writes what came out beside them. */
const { values, positionals } = parseArgs({
  options: { tofu: { type: 'string', default: 'tofu' } },
  allowPositionals: true,
});
const root = fileURLToPath(new URL('../../../test/golden/planned/', import.meta.url));
const all = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const name of positionals.length > 0 ? positionals : all.map((entry) => entry.name)) {
  const folder = join(root, name);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectedOf(folder), null, 2)}\n`);
}

function expectedOf(folder: string): object {
  const work = mkdtempSync(join(tmpdir(), 'planned-'));
  try {
    const tofu = new Tofu(values.tofu, work, caseOptions(folder));
    const hasBase = existsSync(join(folder, 'base'));
    if (hasBase) {
      copy(join(folder, 'base'), work);
      tofu.apply();
      clear(work);
    }
    copy(hasBase ? join(folder, 'head') : folder, work);
    const planned = tofu.plan();
    if ('errors' in planned) return planned;
    return hasBase ? condenseChanges(planned.plan) : condenseValues(planned.plan);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !CASE_FILES.has(basename(path)) });
}

/** Removes the configuration, not the state. */
function clear(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('terraform.tfstate')) rmSync(join(folder, name), { recursive: true });
  }
}
