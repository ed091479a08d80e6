/**
 * A read-only view of the repository at one ref, in a work tree, or in memory. A symbolic link to one of its files is a
 * file; other links and submodules are not in it.
 */
export interface Tree {
  /** All files, relative to the repository root with `/`, sorted by code point. */
  readonly paths: readonly string[];
  /** Identity of the content: equal ids mean equal bytes. Undefined when the file is not there. */
  blobId(path: string): string | undefined;
  /** The bytes of a file; undefined when it is not there or was skipped for its size. */
  read(path: string): Uint8Array | undefined;
  /** The file that a link leads to, for places to point at; any other path as it is. Left out: there are no links. */
  readonly realPath?: (path: string) => string;
}
