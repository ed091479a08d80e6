import type { Tree } from '../../../../../tree/tree.ts';
import { isConfigFile } from '../../source/config-files.ts';
import { folders, inFolder } from '../../source/folders.ts';
import { isAutomaticVarFile } from '../var-files.ts';
import { environmentIn, isOfEnvironments, isShared, mayHoldValues } from './names.ts';
import { append } from '../../../../../lib/append.ts';

/** How many folders a variable file may lie below the folder that it is found from. */
const DEEPEST = 4;

/** A variable file that no root loads by itself, as it is seen from a folder around it. */
export interface ValueFile {
  readonly path: string;
  /** Without extension. */
  readonly stem: string;
  /** From its folders, else from its name; undefined for one that names none. */
  readonly environment: string | undefined;
  /** For all environments, whatever the root. */
  readonly shared: boolean;
}

/**
 * The variable files of a tree by the folders that they are found from: the one that they lie in, and those around it as
 * long as what is between are folders for values and hold no configuration. Roots in or below such a folder may use them.
 */
export function valueFiles(tree: Tree): ReadonlyMap<string, readonly ValueFile[]> {
  const byFolder = folders(tree);
  const holdsConfig = (folder: string): boolean => byFolder.get(folder)?.some(isConfigFile) === true;
  const found = new Map<string, ValueFile[]>();
  for (const [folder, names] of byFolder) {
    const files = names.filter((name) => /^[^.].*\.tfvars(\.json)?$/.test(name));
    if (files.length === 0 || /(^|\/)\./.test(folder)) continue;
    for (const { anchor, between } of anchors(folder, holdsConfig)) {
      const seen = files.flatMap((name) => valueFile(folder, name, between) ?? []);
      const known = found.get(anchor);
      if (known === undefined) found.set(anchor, seen);
      else append(known, seen);
    }
  }
  return found;
}

interface Anchor {
  readonly anchor: string;
  /** Names of the folders from it to the file. */
  readonly between: readonly string[];
}

function anchors(folder: string, holdsConfig: (folder: string) => boolean): readonly Anchor[] {
  const found: Anchor[] = [{ anchor: folder, between: [] }];
  const parts = folder === '' ? [] : folder.split('/');
  for (let depth = 1; depth <= Math.min(DEEPEST, parts.length); depth++) {
    const below = parts.slice(0, parts.length - depth + 1).join('/');
    if (holdsConfig(below)) break;
    const between = parts.slice(-depth);
    if (mayHoldValues(between[0] ?? '')) {
      found.push({ anchor: parts.slice(0, -depth).join('/'), between });
    }
  }
  return found;
}

/** Undefined for what Terraform loads by itself where it lies, seen from there. */
function valueFile(folder: string, name: string, between: readonly string[]): ValueFile | undefined {
  const isAutomatic = isAutomaticVarFile(name);
  if (isAutomatic && between.length === 0) return undefined;
  const stem = name.replace(/(\.auto)?\.tfvars(\.json)?$/, '');
  const own = isAutomatic ? undefined : environmentOf(stem, between.at(-1));
  return {
    path: inFolder(folder, name),
    stem,
    environment: ofFolders(between) ?? own,
    shared: isAutomatic || isShared(stem),
  };
}

function ofFolders(between: readonly string[]): string | undefined {
  return between
    .map((part, at) => environmentOf(part, between[at - 1]))
    .findLast((found) => found !== undefined);
}

/** In a folder of environments every name but those that are for all is one. */
function environmentOf(name: string, around: string | undefined): string | undefined {
  if (isShared(name) || isOfEnvironments(name)) return undefined;
  const known = environmentIn(name);
  return known ?? (around !== undefined && isOfEnvironments(around) ? name.toLowerCase() : undefined);
}
