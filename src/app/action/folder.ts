import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

import { UserError } from '../../lib/errors.ts';

/**
 * The absolute path of the input `working-directory`, links resolved. Throws UserError when there is no such folder, or
 * when it lies outside of the workspace.
 */
export function workingFolder(workspace: string, folder: string): string {
  const path = realPath(resolve(workspace, folder));
  const inside = path === undefined ? '..' : relative(realPath(workspace) ?? workspace, path);
  if (path === undefined || inside.startsWith('..') || isAbsolute(inside)) {
    throw new UserError(`There is no folder "${folder}" in the workspace.`, {
      hint: 'Give "working-directory" relative to the workspace, and run actions/checkout before this step.',
    });
  }
  return path;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
