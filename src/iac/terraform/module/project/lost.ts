import type { Gap } from '../../../diff/vanished.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { isTerraformFile } from '../source/config-files.ts';
import { folderOf } from '../source/folders.ts';
import type { Project } from './project.ts';

/**
 * The projects of the base that the head lacks although something is in their place: files that cannot be read, a link,
 * a submodule. They are not deleted, so that all of them are gaps.
 */
export function lostProjects(
  before: readonly Project[],
  after: readonly Project[],
  head: Tree,
): readonly Gap[] {
  const there = new Set(after.map(({ id }) => id));
  const skipped = head.skipped.map(({ path }) => path);
  const places = new Set([
    ...skipped.filter(isTerraformFile).map(folderOf),
    ...skipped,
    ...(head.submodules ?? new Map<string, string>()).keys(),
  ]);
  return before
    .filter(({ id }) => !there.has(id))
    .filter(({ path }) => head.unlisted === 'any' || withFoldersAbove(path).some((at) => places.has(at)))
    .map(({ id }) => ({ project: id, address: '' }));
}

/** A folder and all folders that it lies in, without the root of the repository unless it is that. */
function withFoldersAbove(folder: string): readonly string[] {
  const parts = folder.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
