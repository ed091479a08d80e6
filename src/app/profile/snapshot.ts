import { LOCK_FILE } from '../../billing/files.ts';
import { openCatalogue, type Catalogue } from '../../billing/resolve/catalogue.ts';
import { startOf } from '../../billing/snapshot/fact.ts';
import { planSnapshots, type SnapshotPlan } from '../../billing/snapshot/plan.ts';
import type { PublishedFile } from '../../billing/snapshot/published.ts';
import { lockKey } from '../../billing/snapshot/snapshot.ts';
import { TAKE_OUT, WRITE } from '../../billing/snapshot/ways-out.ts';
import type { KeptFile, KeptVersions } from '../../model/billing/kept.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { ignoredPaths } from '../../tree/status.ts';
import type { Tree } from '../../tree/tree.ts';
import { sorted } from '../check/diagnostics.ts';
import { openBilling } from './open-billing.ts';
import { publishedAt } from './published-at.ts';
import { recordProblems } from './record-problems.ts';
import { writeFiles, type FileChange } from './write-files.ts';

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
 * Writes the snapshots of what is published in the work tree and not kept yet, and the lock file, and takes out those of versions that
 * were given up before they were published; nothing where anything is wrong with the billing files or with what is kept. Throws UserError where a file may not be written.
 */
export function snapshotVersions(options: SnapshotOptions): KeptVersions {
  const { repository, check, now } = options;
  const { root, tree, catalogue } = openBilling(repository);
  const plan = planSnapshots(catalogue, now, publishedAt(options));
  const files = filesOf(plan, tree);
  const left = withoutDropped(plan, tree, catalogue);
  const diagnostics = sorted([
    ...left.diagnostics,
    ...plan.diagnostics,
    ...(check
      ? [...plan.rewritten.map(outdated), ...plan.dropped.map((key) => unfounded(key, catalogue))]
      : []),
    // The plan says of each file that it is not what was published.
    ...recordProblems(left, check).filter(({ code }) => code !== 'snapshot-mismatch'),
    ...ignoredPaths(
      root,
      plan.files.map(({ path }) => path),
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
    dropped: plan.dropped,
    files: files.map(({ path, text, isNew }): KeptFile => ({
      path,
      state: text === null ? 'deleted' : isNew ? 'new' : 'changed',
    })),
    written,
    diagnostics,
  };
}

function filesOf({ files, obsolete }: SnapshotPlan, tree: Tree): readonly FileChange[] {
  const paths = new Set(tree.paths);
  return [
    ...files.map(({ path, text }) => ({ path, text, isNew: !paths.has(path) })),
    ...obsolete.map((path) => ({ path, text: null, isNew: false })),
  ];
}

/** What the files say without the versions that are taken out: what refers to one of them has an error then. */
function withoutDropped({ dropped, obsolete }: SnapshotPlan, tree: Tree, catalogue: Catalogue): Catalogue {
  if (dropped.length === 0) return catalogue;
  const [gone, keys] = [new Set(obsolete), new Set(dropped)];
  const left = openCatalogue({ ...tree, paths: tree.paths.filter((path) => !gone.has(path)) });
  return { ...left, lock: new Map([...catalogue.lock].filter(([key]) => !keys.has(key))) };
}

function outdated({ snapshot: { id, version }, file, place }: PublishedFile): Diagnostic {
  return {
    severity: 'error',
    code: 'snapshot-outdated',
    message: `${file} says something else than the snapshot of ${id}@${version}, which is not published yet.`,
    source: place,
    hint: WRITE,
  };
}

function unfounded(key: string, { snapshots, lock }: Catalogue): Diagnostic {
  const snapshot = snapshots.find((one) => lockKey(one) === key);
  const source = snapshot === undefined ? lock.get(key)?.place : startOf(snapshot.path);
  const message = `No file has ${key}, which is kept and not published yet.`;
  return {
    ...{ severity: 'error', code: 'snapshot-unfounded', message, hint: TAKE_OUT },
    ...(source === undefined ? {} : { source }),
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
