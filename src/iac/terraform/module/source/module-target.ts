import { packageOf } from '../fetch/package/loaded-package.ts';
import type { Packages } from '../fetch/package/packages.ts';
import type { FoundModule, MissingModule, WantedModule } from '../fetch/package/resolution.ts';
import { callTarget } from './calls.ts';
import type { Declaration } from './declaration.ts';
import type { ModuleDefinition } from './definition.ts';

/** Where a module call leads, with what is known of modules from elsewhere. `sourceAddress` may be printed. */
export type ModuleTarget =
  | FolderTarget
  /** From elsewhere, and not there; `missing` is undefined while nobody has looked for it. */
  | {
      readonly kind: 'elsewhere';
      readonly wanted: WantedModule;
      readonly missing: MissingModule | undefined;
      readonly sourceAddress: string;
    }
  | { readonly kind: 'unreadable'; readonly sourceAddress: string; readonly reason: string };

/** A folder of the tree; `found` is set for one from elsewhere. */
export interface FolderTarget {
  readonly kind: 'folder';
  readonly folder: string;
  readonly found?: FoundModule;
  readonly sourceAddress: string;
}

/**
 * The target of a module call. A path stays in what it is written in: one out of a package, or out of the repository into
 * one, leads nowhere.
 */
export function moduleTarget(
  packages: Packages,
  definition: ModuleDefinition,
  call: Declaration,
): ModuleTarget {
  const target = callTarget(definition, call);
  const { sourceAddress } = target;
  if (target.kind === 'unreadable') return target;
  if (target.kind === 'local') {
    const { folder } = target;
    if (packageOf(packages.mounts, folder) === packageOf(packages.mounts, definition.folder)) {
      return { kind: 'folder', folder, sourceAddress };
    }
    return { kind: 'unreadable', sourceAddress, reason: 'The path leads out of the repository or package.' };
  }
  const { wanted } = target;
  const found = packages.find(wanted);
  return found?.kind === 'found'
    ? { kind: 'folder', folder: found.folder, found, sourceAddress }
    : { kind: 'elsewhere', wanted, missing: found, sourceAddress };
}
