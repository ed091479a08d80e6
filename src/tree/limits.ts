/** What is read of a tree at most; what is over is listed as skipped. */
export const LIMITS = {
  /** Bytes of one file. */
  file: 8 * 1024 * 1024,
  /** Files of one tree. */
  files: 200_000,
  /** Bytes of all files that are read of one repository. */
  total: 512 * 1024 * 1024,
} as const;
