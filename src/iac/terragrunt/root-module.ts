import { shownAddress } from '../terraform/module/fetch/address/shown-address.ts';
import { wantedKey } from '../terraform/module/fetch/package/resolution.ts';
import type { RootElsewhere, RootFiles, UnresolvedRoot } from '../terraform/module/project/wrapper.ts';
import { automaticNames, isAutomaticVarFile } from '../terraform/module/project/var-files.ts';
import { isConfigFile } from '../terraform/module/source/config-files.ts';
import { folders, inFolder } from '../terraform/module/source/folders.ts';
import type { ModuleLoader } from '../terraform/module/source/load-module.ts';
import type { SyntaxFile } from '../terraform/syntax/ast.ts';
import { backendFile, noteExcluded } from './copied-files.ts';
import { generatedFiles } from './generated-files.ts';
import type { UnitSource } from './source.ts';
import type { Read } from './unit.ts';

/** The folder of the root module: of the repository, or of a package that was found. Undefined when it is not there. */
export function rootFolder(
  loader: ModuleLoader,
  source: UnitSource | undefined,
  folder: string,
): string | undefined {
  if (source === undefined) return folder;
  if (source.kind !== 'remote') return source.kind === 'local' ? source.folder : undefined;
  const found = loader.find(source.wanted);
  return found?.kind === 'found' ? found.folder : undefined;
}

/** Where the root module comes from, when that is not the repository. */
export function rootElsewhere(loader: ModuleLoader, unitSource: UnitSource): RootElsewhere | undefined {
  if (unitSource.kind !== 'remote') return undefined;
  const { wanted, address, source } = unitSource;
  return { wanted, source, sourceAddress: shownAddress(address), resolution: loader.find(wanted) };
}

/**
 * The files of the unit's folder and those that are generated, with variable values, too: Terragrunt puts them over those of
 * the root module.
 */
export function rootFiles(
  loader: ModuleLoader,
  { reading, merged }: Read,
  root: string | undefined,
): RootFiles {
  const own = namesIn(loader, reading.unit);
  const there = new Set([...own, ...(root === undefined ? [] : namesIn(loader, root))]);
  const exists = (name: string): boolean =>
    there.has(name) || (root !== undefined && reading.has(inFolder(root, name)));
  const copied = root === reading.unit ? [] : own.filter(isRead);
  for (const name of copied.filter(isAutomaticVarFile)) reading.note(inFolder(reading.unit, name));
  if (root !== undefined && root !== reading.unit) noteExcluded(reading, merged, root);
  return new Map<string, SyntaxFile>([
    ...copied.map((name) => [name, loader.parse(inFolder(reading.unit, name))] as const),
    ...backendFile(reading, merged, exists),
    ...generatedFiles(reading, merged, exists),
  ]);
}

function isRead(name: string): boolean {
  return isConfigFile(name) || isAutomaticVarFile(name);
}

/** The variable files that are loaded by their names, those of the root module with what is put over them, in their order. */
export function automaticFiles(
  loader: ModuleLoader,
  root: string | undefined,
  files: RootFiles,
): readonly SyntaxFile[] {
  const there = root === undefined ? [] : namesIn(loader, root);
  const names = automaticNames([...new Set([...there, ...files.keys()])]);
  return names.map((name) => files.get(name) ?? loader.parse(inFolder(root ?? '', name)));
}

/** Why there is no root module; undefined when there is one. */
export function unresolvedRoot(
  loader: ModuleLoader,
  { reading, source }: Read,
  root: string | undefined,
  files: RootFiles,
): UnresolvedRoot | undefined {
  if (source?.kind === 'unreadable') {
    const { address, print, reason, source: place, hint, possible } = source;
    return {
      ...{ sourceAddress: shownAddress(address), print, reason, source: place },
      ...(hint === undefined ? {} : { hint }),
      ...(possible === undefined ? {} : { candidates: possible }),
    };
  }
  if (root === undefined) return source?.kind === 'remote' ? notFound(loader, source) : undefined;
  if ([...files.keys()].some(isConfigFile) || namesIn(loader, root).some(isConfigFile)) return undefined;
  const start = { line: 1, column: 1 };
  const place = { file: reading.path, start, end: start };
  const folder = JSON.stringify(root || '.');
  const reason = loader.isExcluded(root)
    ? `The folder ${folder} is not read: "exclude" of the configuration matches it.`
    : `There is no configuration in ${folder}.`;
  // Of a configuration that could not be read nobody knows that it has no source.
  if (!reading.isPartial) {
    const message = `${reason} The unit ${reading.unit || '.'} is missing from the result.`;
    reading.report({ severity: 'error', code: 'terragrunt', message, source: place });
  }
  return { sourceAddress: root, reason, source: place };
}

const NOT_HERE: { readonly reason: string; readonly hint?: string } = {
  reason: 'The module is not in this repository.',
};

function notFound(
  loader: ModuleLoader,
  { wanted, address, source }: Extract<UnitSource, { kind: 'remote' }>,
): UnresolvedRoot {
  const resolution = loader.find(wanted);
  const { reason, hint } = resolution?.kind === 'missing' ? resolution : NOT_HERE;
  const told = hint === undefined ? {} : { hint };
  return { sourceAddress: shownAddress(address), print: wantedKey(wanted), reason, source, ...told };
}

/** The names of the files in a folder. */
export function namesIn(loader: ModuleLoader, folder: string): readonly string[] {
  return folders(loader.tree).get(folder) ?? [];
}
