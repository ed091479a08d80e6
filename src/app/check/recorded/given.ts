import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { SIDECAR_ENDING } from '../../../billing/usage/open/sidecar.ts';
import { UserError } from '../../../lib/errors.ts';
import { fileChunks } from '../../../lib/file-chunks.ts';
import { MANIFEST } from '../../../pricing/format.ts';
import type { Tree } from '../../../tree/tree.ts';

/** Plans and states that the user gives, each as `FILE` or `PROJECT=FILE`, and the prices to go by. */
export interface GivenFiles {
  /** Plans of the head. */
  readonly plans: readonly string[];
  /** Plans of the base: with both, the change is what one plan leads to more than the other. */
  readonly basePlans: readonly string[];
  readonly states: readonly string[];
  /** Folder of a price book; the one that ships when left out. */
  readonly priceBook?: string | undefined;
  /** Files with recorded usage of customers, in the place of those that the configuration names. */
  readonly billingUsage?: readonly string[] | undefined;
  /** The folder that paths are relative to; default: the current one. */
  readonly folder?: string;
  /** Refuse files that are part of the head: who wrote the change could have written these too. */
  readonly onlyUncommitted?: boolean;
}

/** A file for a project; for the one that it matches when none is named. */
export interface GivenFile {
  readonly project: string | undefined;
  /** How messages and reports call it: as it was given, and never an absolute path. */
  readonly name: string;
  readonly path: string;
}

/** The file and the project that an argument names. What stands before the first `=` is a project, unless it is a file as a whole. */
export function givenFile(argument: string, folder = '.'): GivenFile {
  const equals = argument.indexOf('=');
  const isWhole = equals <= 0 || existsSync(resolve(folder, argument));
  const written = isWhole ? argument : argument.slice(equals + 1);
  if (written === '') {
    throw new UserError(`${JSON.stringify(argument)} names no file.`, {
      hint: 'Write FILE or PROJECT=FILE.',
    });
  }
  return {
    project: isWhole ? undefined : argument.slice(0, equals),
    name: shownName(written),
    path: resolve(folder, written),
  };
}

function shownName(written: string): string {
  return isAbsolute(written) || written.startsWith('..')
    ? basename(written)
    : written.replaceAll('\\', '/').replace(/^\.\//, '');
}

/**
 * Throws UserError when a file, or a link to it, is one of the head or lies in a submodule of it, where that is forbidden. `root` is
 * the folder of the repository.
 */
export function refuseCommitted(files: GivenFiles, root: string, head: Tree): void {
  if (files.onlyUncommitted !== true) return;
  const committed = new Set([...head.paths, ...head.skipped.map(({ path }) => path)]);
  const submodules = [...(head.submodules?.keys() ?? [])];
  const { plans, basePlans, states, priceBook } = files;
  const book = priceBook === undefined ? [] : [`${priceBook}/${MANIFEST}`];
  const given = [...plans, ...basePlans, ...states, ...book].map((one) => givenFile(one, files.folder));
  const isOfHead = (place: string) =>
    committed.has(place) || submodules.some((folder) => place.startsWith(`${folder}/`));
  for (const { path, name } of [...given, ...givenUsageParts(files)]) {
    if (!existsSync(path) || !placesOf(path, root).some(isOfHead)) continue;
    throw new UserError(`${name} is part of the commit that it is to judge.`, {
      place: { file: name },
      hint: 'Make it in an earlier step of the job, and keep it out of the repository.',
    });
  }
}

/** The files with recorded usage that are given, by their path as it is: an `=` in it is a part of it. */
export function givenUsage({ billingUsage = [], folder = '.' }: GivenFiles): readonly GivenFile[] {
  return billingUsage.map((written) => ({
    project: undefined,
    name: shownName(written),
    path: resolve(folder, written),
  }));
}

/** The same, each followed by its sidecar, whether there is one or not. */
export function givenUsageParts(files: GivenFiles): readonly GivenFile[] {
  return givenUsage(files).flatMap((file) => [
    file,
    { ...file, name: file.name + SIDECAR_ENDING, path: file.path + SIDECAR_ENDING },
  ]);
}

/** Where a file lies from the top of the repository, and where what it leads to does when it is a link. */
function placesOf(path: string, root: string): readonly string[] {
  const own = join(realpathSync(dirname(path)), basename(path));
  return [own, realpathSync(path)].map((place) => relative(realpathSync(root), place).replaceAll('\\', '/'));
}

/** The folder of the price book that is given; undefined for the one that ships. */
export function givenBook({ priceBook, folder }: GivenFiles): string | undefined {
  return priceBook === undefined || priceBook === '' ? undefined : resolve(folder ?? '.', priceBook);
}

/** The content of a given file, in pieces. */
export function contentOf({ path, name }: GivenFile): Iterable<Uint8Array> {
  return fileChunks(path, name);
}
