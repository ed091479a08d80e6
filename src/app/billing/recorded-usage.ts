import { readUsageContents, readUsageFiles, type UsageFile } from '../../billing/usage/read-usage.ts';
import { UserError } from '../../lib/errors.ts';
import { globMatches } from '../../lib/glob.ts';
import type { AggregationPlan, UsageAggregate } from '../../model/billing/usage.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { unreadableFile } from '../../model/skipped.ts';
import type { Tree } from '../../tree/tree.ts';

/** Where recorded usage of customers is to be found. */
export interface UsageRequest {
  /** Files that were named for this run: they win over those of the repository. */
  readonly files: readonly UsageFile[];
  readonly tree: Tree;
  /** Of usage files in the tree, from the configuration. */
  readonly globs: readonly string[];
  readonly reader?: 'auto' | 'built-in' | 'duckdb';
  /** Instant in UTC: rows that begin then or later are counted and left out. Absent: none are. */
  readonly until?: string;
  /** Called now and then with the number of rows that were read so far. */
  readonly progress?: (rows: number) => void;
}

export interface RecordedUsage {
  /** Null: there is none, or it cannot be read. */
  readonly usage: UsageAggregate | null;
  readonly diagnostics: readonly Diagnostic[];
}

const SIDECAR = /\.meta\.ya?ml$/;

/**
 * Recorded usage, brought together by a plan. Throws UserError for a named file that cannot be read as usage; where it is one of
 * the repository, that is a warning, since a price change must be judged all the same: by its prices alone.
 */
export async function recordedUsage(request: UsageRequest, plan: AggregationPlan): Promise<RecordedUsage> {
  const { files, tree, globs, progress, reader, until } = request;
  const watched = {
    ...(progress === undefined ? {} : { progress }),
    ...(until === undefined ? {} : { window: { from: Number.MIN_SAFE_INTEGER, to: Date.parse(until) } }),
  };
  if (files.length > 0) {
    const options = { ...watched, ...(reader === undefined ? {} : { reader }) };
    return { usage: await readUsageFiles(files, plan, options), diagnostics: [] };
  }
  const paths = tree.paths.filter((path) => isUsagePath(path, globs));
  if (paths.length === 0)
    return { usage: null, diagnostics: globs.length === 0 ? [] : [nothingMatches(globs)] };
  const contents = paths.map((name) => contentOf(tree, name));
  const unread = contents.flatMap((content) => ('bytes' in content ? [] : [content]));
  if (unread.length > 0) return { usage: null, diagnostics: unread };
  try {
    const readable = contents.flatMap((content) => ('bytes' in content ? [content] : []));
    return { usage: await readUsageContents(readable, plan, watched), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { usage: null, diagnostics: [asWarning(error, paths[0] ?? '')] };
  }
}

/** Whether a file of the repository is recorded usage by the configuration. */
export function isUsagePath(path: string, globs: readonly string[]): boolean {
  return !SIDECAR.test(path) && globs.some((glob) => globMatches(glob, path));
}

type Content = { readonly name: string; readonly bytes: Uint8Array; readonly sidecar?: Uint8Array };

function contentOf(tree: Tree, name: string): Content | Diagnostic {
  const bytes = tree.read(name);
  if (bytes === undefined) {
    const reason = tree.unreadable(name) ?? 'not in the clone';
    return { ...unreadableFile(name, reason), severity: 'warning', hint: GIVE };
  }
  const sidecar = tree.read(`${name}.meta.yaml`);
  return { name, bytes, ...(sidecar === undefined ? {} : { sidecar }) };
}

const GIVE = 'Make it smaller, or give recorded usage with --billing-usage or the input "billing-usage".';

function asWarning({ message, place, hint = GIVE }: UserError, fallback: string): Diagnostic {
  const start = { line: place?.line ?? 1, column: place?.column ?? 1 };
  return {
    severity: 'warning',
    code: 'usage-unreadable',
    message: `No usage was replayed: ${message}`,
    source: { file: place?.file ?? fallback, start, end: start },
    hint,
  };
}

function nothingMatches(globs: readonly string[]): Diagnostic {
  return {
    severity: 'warning',
    code: 'usage-missing',
    message: `No file at the base is one of "billing.usage": ${globs.slice(0, 3).join(', ')}.`,
    hint: 'Merge the usage file first: a change is not judged by usage that it brings itself.',
  };
}
