import { LOCK_FILE } from '../../billing/files.ts';
import { openCatalogue, type Catalogue } from '../../billing/resolve/catalogue.ts';
import { planSnapshots } from '../../billing/snapshot/plan.ts';
import type { PublishedFile } from '../../billing/snapshot/published.ts';
import { lockKey } from '../../billing/snapshot/snapshot.ts';
import type { KeptFile, KeptVersions } from '../../model/billing/kept.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { findCommit, repositoryRoot } from '../../tree/repository.ts';
import { ignoredPaths } from '../../tree/status.ts';
import { sorted } from '../check/diagnostics.ts';
import { openSides } from '../sides.ts';
import { openBilling } from './open-billing.ts';
import { recordProblems } from './record-problems.ts';
import { writeFiles } from './write-files.ts';

export interface SnapshotOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** What is published: what this ref has. Default: the merge base of HEAD and the default branch, as `check` takes it. */
  readonly base?: string;
  /** Only look whether everything is kept. */
  readonly check: boolean;
  /** Instant in UTC: when versions are published that are kept for the first time. */
  readonly now: string;
}

/**
 * Writes the snapshots of what is published in the work tree and not kept yet, and the lock file; nothing where anything is wrong
 * with the billing files or with what is kept. Throws UserError where a file may not be written.
 */
export function snapshotVersions(options: SnapshotOptions): KeptVersions {
  const { repository, check, now } = options;
  const { root, tree, catalogue } = openBilling(repository);
  const plan = planSnapshots(catalogue, now, publishedAt(options));
  const paths = new Set(tree.paths);
  const files = plan.files.map(({ path, text }) => ({ path, text, isNew: !paths.has(path) }));
  const diagnostics = sorted([
    ...catalogue.diagnostics,
    ...plan.diagnostics,
    ...(check ? plan.rewritten.map(outdated) : []),
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
    rewritten: plan.rewritten.map(({ snapshot }) => lockKey(snapshot)),
    files: files.map(({ path, isNew }): KeptFile => ({ path, state: isNew ? 'new' : 'changed' })),
    written,
    diagnostics,
  };
}

/** Null: there is no commit yet, so nobody can tell what is published. */
function publishedAt({ repository, base }: SnapshotOptions): Catalogue | null {
  if (base === undefined && findCommit(repositoryRoot(repository), 'HEAD') === undefined) return null;
  const { base: side } = openSides({ repository, ...(base === undefined ? {} : { base }) });
  return openCatalogue(side.tree);
}

function outdated({ snapshot: { id, version }, file, place }: PublishedFile): Diagnostic {
  return {
    severity: 'error',
    code: 'snapshot-outdated',
    message: `${file} says something else than the snapshot of ${id}@${version}, which is not published yet.`,
    source: place,
    hint: 'Run `tollgate profile snapshot` and commit what it writes.',
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
