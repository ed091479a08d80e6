import { existsSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { UserError } from '../../../lib/errors.ts';
import { fileChunks } from '../../../lib/file-chunks.ts';

/** Plans and states that the user gives, each as `FILE` or `PROJECT=FILE`. */
export interface GivenFiles {
  /** Plans of the head. */
  readonly plans: readonly string[];
  /** Plans of the base: with both, the change is what one plan leads to more than the other. */
  readonly basePlans: readonly string[];
  readonly states: readonly string[];
  /** The folder that paths are relative to; default: the current one. */
  readonly folder?: string;
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
    name:
      isAbsolute(written) || written.startsWith('..')
        ? basename(written)
        : written.replaceAll('\\', '/').replace(/^\.\//, ''),
    path: resolve(folder, written),
  };
}

/** The content of a given file, in pieces. */
export function contentOf({ path, name }: GivenFile): Iterable<Uint8Array> {
  return fileChunks(path, name);
}
