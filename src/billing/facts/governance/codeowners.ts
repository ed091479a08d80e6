import { byCodePoint } from '../../../lib/order.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { Tree } from '../../../tree/tree.ts';
import type { LoosenedSetting } from './loosened.ts';
import { ownedBy, parseOwners, type OwnerLine } from './owner-patterns.ts';

/** A changed billing file and who CODEOWNERS of the base asks for it. */
export interface OwnedFile {
  readonly file: string;
  /** The file that says it; null when the repository has none. */
  readonly codeowners: string | null;
  /** As they are written; empty when nobody is asked. */
  readonly owners: readonly string[];
  readonly source: SourceRange;
}

/** Where GitHub looks for the file, in its order. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/** GitHub reads no larger file. */
const LARGEST = 3 * 1024 * 1024;

/** Whom the base asks for each of the files, by path. */
export function ownedFiles(base: Tree, files: readonly string[]): readonly OwnedFile[] {
  const { codeowners, lines } = ownersIn(base);
  return [...new Set(files)].sort(byCodePoint).map((file) => {
    const start = { line: 1, column: 1 };
    return { file, codeowners, owners: ownedBy(lines, file), source: { file, start, end: start } };
  });
}

/** The file that says who owns what, and its lines. */
function ownersIn(tree: Tree): { readonly codeowners: string | null; readonly lines: readonly OwnerLine[] } {
  const codeowners = PLACES.find((path) => tree.blobId(path) !== undefined) ?? null;
  const bytes = codeowners === null ? undefined : tree.read(codeowners);
  const text = bytes === undefined || bytes.length > LARGEST ? '' : new TextDecoder().decode(bytes);
  return { codeowners, lines: parseOwners(text) };
}

/**
 * Where the head asks nobody for a changed file any more, or somebody whom the base does not ask: one owner is enough for GitHub, so
 * that another one is a way round the first. One such file stands for all.
 */
export function loosenedOwners(owned: readonly OwnedFile[], head: Tree): readonly LoosenedSetting[] {
  const { lines } = ownersIn(head);
  for (const { file, codeowners, owners } of owned) {
    const after = ownedBy(lines, file);
    const isWeaker = after.length === 0 || after.some((owner) => !owners.includes(owner));
    if (codeowners === null || owners.length === 0 || !isWeaker) continue;
    const [base, now] = [owners, after].map((names) => (names.length === 0 ? 'nobody' : names.join(', ')));
    return [{ setting: `${codeowners} for ${file}`, base: base ?? '', head: now ?? '' }];
  }
  return [];
}
