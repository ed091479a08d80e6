import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createRepository } from '../../src/tree/create.ts';
import { ENVIRONMENT } from './commands.ts';
import { walked, withOutputs } from './walk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = 'examples/saas-billing/README.md';
const QUICKSTART = 'docs/billing-quickstart.md';

/** The documents that show commands, by path, with what these print. Throws when one of them cannot be run. */
export function documents(): Readonly<Record<string, string>> {
  Object.assign(process.env, ENVIRONMENT);
  return {
    [README]: inFolder((folder) => {
      const example = join(ROOT, 'examples/saas-billing');
      createRepository(folder, join(example, 'base'), join(example, 'change'));
      return withOutputs(textOf(README), folder);
    }),
    [QUICKSTART]: inFolder((folder) => walked(textOf(QUICKSTART), folder)),
  };
}

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function inFolder<T>(run: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-document-')));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
