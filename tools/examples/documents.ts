import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { outputOf } from './commands.ts';
import { walked, withOutputs } from './walk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = 'examples/saas-billing';
const README = `${EXAMPLE}/README.md`;
const QUICKSTART = 'docs/billing-quickstart.md';

/** The documents that show commands, by path, with what these print. Throws when one of them cannot be run. */
export function documents(): Readonly<Record<string, string>> {
  return {
    [README]: inFolder((folder) => {
      makeRepository(folder);
      return withOutputs(textOf(README), folder);
    }),
    [QUICKSTART]: inFolder((folder) => walked(textOf(QUICKSTART), folder)),
  };
}

/** The example as a repository whose change is checked out. */
function makeRepository(folder: string): void {
  const git = (...commands: readonly string[]) => {
    for (const command of commands) outputOf(`$ git ${command}`, folder);
  };
  git('init --quiet --initial-branch=main');
  cpSync(join(ROOT, EXAMPLE, 'base'), folder, { recursive: true });
  git('add --all', 'commit --quiet -m "Prices as they are"', 'checkout --quiet -b change');
  cpSync(join(ROOT, EXAMPLE, 'change'), folder, { recursive: true });
  git('add --all', 'commit --quiet -m "Calls get dearer"');
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
