/** What is read of a tree at most; what is over is listed as skipped. */
export const LIMITS = {
  /** Bytes of one file. */
  file: 8 * 1024 * 1024,
  /** Files of one tree. */
  files: 200_000,
  /** Bytes of the list of a tree's files. */
  listing: 64 * 1024 * 1024,
  /** Bytes of all files that are read of one repository. */
  total: 128 * 1024 * 1024,
} as const;
