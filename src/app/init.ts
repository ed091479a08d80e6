import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAsset } from '../lib/assets.ts';
import { writeReport } from './output.ts';
import { findCommit, repositoryRoot } from '../tree/repository.ts';

const FILES = [
  { file: 'tollgate.yml', template: 'examples/init/tollgate.yml' },
  { file: '.github/workflows/tollgate.yml', template: 'examples/init/workflow.yml' },
];

/** What a first setup did, and what is left to do. */
export interface Setup {
  readonly files: readonly { readonly file: string; readonly written: boolean }[];
  /** One sentence each, in order. */
  readonly steps: readonly string[];
}

/**
 * Writes a first configuration and a workflow into the repository. Existing files are never touched.
 * Says of each file whether it was written, and what to do next.
 */
export function init(folder: string): Setup {
  const root = repositoryRoot(folder);
  const files = FILES.map(({ file, template }) => {
    const path = join(root, file);
    const written = !existsSync(path);
    if (written) writeReport(path, readAsset(template), 'Permit this user to write into the repository.');
    return { file, written };
  });
  return { files, steps: steps(findCommit(root, 'HEAD') !== undefined) };
}

function steps(hasCommit: boolean): string[] {
  return [
    'In the workflow, put the account that holds Tollgate in the place of OWNER.',
    ...(hasCommit ? [] : ['Make a first commit: there is nothing yet that a change could be compared with.']),
    'Commit both files, then open a pull request.',
    'Until they are merged, try them out:  tollgate check --config-from head',
  ];
}
