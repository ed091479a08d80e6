/** A read-only view of the repository at one ref, in a work tree, or in memory. Links and submodules are not in it. */
export interface Tree {
  /** All files, relative to the repository root with `/`, sorted by code point. */
  readonly paths: readonly string[];
  /** Identity of the content: equal ids mean equal bytes. Undefined when the file is not there. */
  blobId(path: string): string | undefined;
  /** The bytes of a file; undefined when it is not there or was skipped for its size. */
  read(path: string): Uint8Array | undefined;
}
