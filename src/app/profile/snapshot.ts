import { LOCK_FILE } from '../../billing/files.ts';
import { planSnapshots } from '../../billing/snapshot/plan.ts';
import type { KeptFile, KeptVersions } from '../../model/billing/kept.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { ignoredPaths } from '../../tree/status.ts';
import { sorted } from '../check/diagnostics.ts';
import { openBilling } from './open-billing.ts';
import { recordProblems } from './record-problems.ts';
import { writeFiles } from './write-files.ts';

export interface SnapshotOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Only look whether everything is kept. */
  readonly check: boolean;
  /** Instant in UTC: when versions are published that are kept for the first time. */
  readonly now: string;
}

/**
 * Writes the snapshots of what is published in the work tree and not kept yet, and the lock file; nothing where anything is wrong
 * with the billing files or with what is kept. Throws UserError where a file may not be written.
 */
export function snapshotVersions({ repository, check, now }: SnapshotOptions): KeptVersions {
  const { root, tree, catalogue } = openBilling(repository);
  const plan = planSnapshots(catalogue, now);
  const paths = new Set(tree.paths);
  const files = plan.files.map(({ path, text }) => ({ path, text, isNew: !paths.has(path) }));
  const diagnostics = sorted([
    ...catalogue.diagnostics,
    ...plan.diagnostics,
    // The plan says of each file that it is not what was published.
    ...recordProblems(catalogue, check).filter(({ code }) => code !== 'snapshot-mismatch'),
    ...ignoredPaths(
      root,
      files.map(({ path }) => path),
    ).map(ignored),
  ]);
  const isSound = !diagnostics.some(({ severity }) => severity === 'error');
  const written = !check && isSound && files.length > 0;
  if (written) writeFiles(root, files);
  return {
    check,
    versions: catalogue.unreadable.has(LOCK_FILE) ? null : written ? plan.versions : catalogue.lock.size,
    added: plan.added,
    files: files.map(({ path, isNew }): KeptFile => ({ path, state: isNew ? 'new' : 'changed' })),
    written,
    diagnostics,
  };
}

function ignored(path: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    severity: 'error',
    code: 'record-ignored',
    message: `git ignores ${path}: no commit would keep it.`,
    source: { file: path, start, end: start },
    hint: 'Take the rule out of .gitignore that `git check-ignore -v` names.',
  };
}
