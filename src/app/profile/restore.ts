import { leadDaysOf } from '../../billing/diff/dates.ts';
import { openCatalogue, type Catalogue } from '../../billing/resolve/catalogue.ts';
import { chainFacts } from '../../billing/snapshot/chain-facts.ts';
import { restore, type Restored } from '../../billing/snapshot/restore.ts';
import { compareInstants, plusDays } from '../../lib/calendar.ts';
import { UserError } from '../../lib/errors.ts';
import type { RestoredVersion } from '../../model/billing/restored.ts';
import { isUncommitted } from '../../tree/status.ts';
import type { Tree } from '../../tree/tree.ts';
import { refuseErrors } from '../refuse-errors.ts';
import { openBilling } from './open-billing.ts';
import { writeFiles } from './write-files.ts';

export interface RestoreRequest {
  /** Any folder in the repository. */
  readonly repository: string;
  /** `id@version` whose prices are to hold again. */
  readonly reference: string;
  /** Instant in UTC from which they hold. */
  readonly from: string;
  /** Number of the new version; the next major one when not given. */
  readonly as?: string;
  /** Write nothing. */
  readonly dryRun: boolean;
  /** Write over changes that are not committed. */
  readonly force: boolean;
  /** Instant in UTC. */
  readonly now: string;
}

/**
 * Writes an old version of a profile into its file in the work tree, as a new version that rates all usage alike: what was written is
 * read again and held against the old one. Throws UserError where that cannot be, where it would begin in the past, and where changes
 * would be lost that are not committed.
 */
export function restoreVersion(request: RestoreRequest): RestoredVersion {
  const { repository, reference, from, as, dryRun, force, now } = request;
  const { id, version } = partsOf(reference);
  if (compareInstants(from, now) < 0) throw inThePast(from, now);
  const { root, tree, catalogue } = openBilling(repository);
  const restored = restore(catalogue, id, version, {
    effectiveFrom: from,
    ...(as === undefined ? {} : { as }),
  });
  const after = openCatalogue(withText(tree, restored.path, restored.text));
  mustRateAlike(after, restored, reference);
  if (!dryRun) {
    if (!force && isUncommitted(root, restored.path)) throw uncommitted(restored.path);
    writeFiles(root, [{ path: restored.path, text: restored.text, isNew: false }]);
  }
  const { path, text, profile, supersedes, termsSha256 } = restored;
  return {
    ...{ restored: reference, profile, supersedes, from, file: path, text, termsSha256 },
    notes: notesOf(catalogue, after, restored, request),
    written: !dryRun,
  };
}

function partsOf(reference: string): { id: string; version: string } {
  const [id = '', version = '', ...more] = reference.split('@');
  if (id !== '' && version !== '' && more.length === 0) return { id, version };
  throw new UserError(`"${reference}" names no version of a profile.`, {
    hint: 'Write its id, an @ and the version, such as standard@1.2.0.',
  });
}

function inThePast(from: string, now: string): UserError {
  return new UserError(`${from} is past: it is ${now}.`, {
    hint: 'History goes forward only: give --from an instant that is still to come. What was billed is remedied by a Correction.',
  });
}

function uncommitted(file: string): UserError {
  return new UserError(`${file} has changes that are not committed: they would be lost.`, {
    hint: 'Commit or stash them, see what would be written with --dry-run, or give --force.',
  });
}

/** The tree with another text in one of its files. */
function withText(tree: Tree, file: string, text: string): Tree {
  const bytes = new TextEncoder().encode(text);
  return { ...tree, read: (path) => (path === file ? bytes : tree.read(path)) };
}

function mustRateAlike(after: Catalogue, { path, profile, termsSha256 }: Restored, reference: string): void {
  refuseErrors(after.diagnostics.filter(({ source }) => source?.file === path));
  if (after.profile(profile)?.termsSha256 === termsSha256) return;
  throw new UserError(`${profile} would not rate as ${reference} did.`, {
    hint: 'Something that it refers to was changed since: put that back first.',
  });
}

/** What is to be known before it is committed; the gate looks at all of it. */
function notesOf(
  before: Catalogue,
  after: Catalogue,
  { path, profile, draft }: Restored,
  { from, now }: RestoreRequest,
): string[] {
  const leadDays = leadDaysOf(after.documents.find(({ file }) => file === path));
  const earliest = plusDays(now, leadDays);
  const isShort = leadDays > 0 && compareInstants(from, earliest) < 0;
  const tax = after.profile(profile)?.terms.tax;
  const newer = after.documents.find(
    ({ kind, id, version }) => kind === 'TaxTable' && id === tax?.id && version !== tax.version,
  );
  return [
    ...(draft === null ? [] : [`The draft ${draft} is not in the file any more.`]),
    ...(isShort
      ? [`The lead time of ${leadDays} days is not kept: the earliest instant is ${earliest}.`]
      : []),
    ...(newer === undefined
      ? []
      : [
          `It is taxed by ${tax?.id ?? ''}@${tax?.version ?? ''} as before; the table is at ${newer.version ?? ''} now.`,
        ]),
    ...chainFacts(before, after, now).flatMap(({ version, message, hint }) =>
      version === profile ? [`${message} ${hint}`] : [],
    ),
  ];
}
