import { byCodePoint } from '../../../lib/order.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { Tree } from '../../../tree/tree.ts';
import { ownedBy, parseOwners } from './owner-patterns.ts';

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
  const codeowners = PLACES.find((path) => base.blobId(path) !== undefined) ?? null;
  const bytes = codeowners === null ? undefined : base.read(codeowners);
  const text = bytes === undefined || bytes.length > LARGEST ? '' : new TextDecoder().decode(bytes);
  const lines = parseOwners(text);
  return [...new Set(files)].sort(byCodePoint).map((file) => {
    const start = { line: 1, column: 1 };
    return { file, codeowners, owners: ownedBy(lines, file), source: { file, start, end: start } };
  });
}
