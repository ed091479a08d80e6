import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `case.json` of a planned case: what is given to the run besides the files. */
export interface CaseOptions {
  /** Folder of the root module in the case; the case itself when absent. */
  readonly path?: string;
  readonly workspace?: string;
  /** Relative to the root module, as `-var-file`. */
  readonly varFiles?: readonly string[];
  /** As `TF_VAR_*`. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Files of a case that are not part of its configuration. */
export const CASE_FILES: ReadonlySet<string> = new Set(['case.json', 'expected.json', 'deviations.json']);

/** The options of the case in a folder. */
export function caseOptions(folder: string): CaseOptions {
  const file = join(folder, 'case.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CaseOptions) : {};
}
