import type { SkippedFile, SkipReason } from '../model/skipped.ts';

/**
 * A read-only view of the repository at one ref, in a work tree, or in memory. A symbolic link to one of its files is a
 * file; other links are only among the skipped ones, and what is in submodules is not in it.
 */
export interface Tree {
  /** All files, relative to the repository root with `/`, sorted by code point. */
  readonly paths: readonly string[];
  /** What is there and is not read. Files of `paths` come to it when they are asked for. */
  readonly skipped: readonly SkippedFile[];
  /** Identity of the content: equal ids mean equal bytes. Undefined when the file is not there. */
  blobId(path: string): string | undefined;
  /** The bytes of a file; undefined when it is not there or cannot be read: `unreadable` tells which. */
  read(path: string): Uint8Array | undefined;
  /** Why a file that is there cannot be read; undefined when it can, and when there is none. */
  unreadable(path: string): SkipReason | undefined;
  /** The file that a link leads to, for places to point at; any other path as it is. Left out: there are no links. */
  readonly realPath?: (path: string) => string;
  /** The folder behind a path that is, or lies in, a link to a folder; undefined for any other path. Left out: there are none. */
  readonly linkedFolder?: (path: string) => string | undefined;
  /** The commits of submodules by path. Left out: there are none. */
  readonly submodules?: ReadonlyMap<string, string>;
  /** Set when there are more files than are listed here: any of them, or only such as hold no definitions. */
  readonly unlisted?: 'any' | 'no definitions';
}
