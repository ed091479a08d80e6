import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAsset } from '../lib/assets.ts';
import { writeReport } from './output.ts';
import { repositoryRoot } from '../tree/repository.ts';

const FILES = [
  { file: 'tollgate.yml', template: 'examples/init/tollgate.yml' },
  { file: '.github/workflows/tollgate.yml', template: 'examples/init/workflow.yml' },
];

/**
 * Writes a first configuration and a workflow into the repository. Existing files are never touched.
 * Says of each file whether it was written.
 */
export function init(folder: string): { readonly file: string; readonly written: boolean }[] {
  const root = repositoryRoot(folder);
  return FILES.map(({ file, template }) => {
    const path = join(root, file);
    const written = !existsSync(path);
    if (written) writeReport(path, readAsset(template), 'Permit this user to write into the repository.');
    return { file, written };
  });
}
