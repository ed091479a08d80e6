/** What is read of a tree at most; what is over is listed as skipped. */
export const LIMITS = {
  /** Bytes of one file. */
  file: 8 * 1024 * 1024,
  /** Files of one tree. */
  files: 200_000,
  /** Bytes of all files that are read of one repository. */
  total: 512 * 1024 * 1024,
} as const;

/** A file that is not read, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason:
    'too large' | 'too many files' | 'total size' | 'symbolic link' | 'outside of the repository';
  /** Equal ids mean that nothing changed; undefined where the content was not looked at. */
  readonly id?: string;
}

/** Files that are worth reading in one go: the definitions of both sides. */
export function isDefinition(path: string): boolean {
  return /\.(tf|tofu|tf\.json|tofu\.json|tfvars|tfvars\.json)$/.test(path) || isYaml(path);
}

function isYaml(path: string): boolean {
  return (
    /(^|\/)(\.?tollgate|tollgate-usage|infracost-usage)\.ya?ml$/.test(path) || /(^|\/)billing\//.test(path)
  );
}
