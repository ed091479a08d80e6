import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tree } from '../../tree/tree.ts';
import type { BillingChanges } from '../changes.ts';
import { correctionRecords } from '../corrections/records.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { UNREAD_FILE } from '../unread-files.ts';

export interface DiagnosedSides {
  readonly base: Catalogue;
  readonly head: Catalogue;
  readonly baseTree: Tree;
  readonly headTree: Tree;
}

/**
 * What is wrong with the billing files of a change, each once: an error where the change touches the file, or breaks what
 * another file refers to; a warning where the file stays and the base has it too, and for what is wrong at base alone.
 */
export function changeDiagnostics(
  { base, head, baseTree, headTree }: DiagnosedSides,
  changes: BillingChanges,
): readonly Diagnostic[] {
  const isTouched = (file: string) => baseTree.blobId(file) !== headTree.blobId(file);
  const standing = new Set(allOf(base).map(keyOf));
  return [
    ...allOf(head).map((found): Diagnostic => {
      const file = found.source?.file;
      const stands = file !== undefined && !isTouched(file) && standing.has(keyOf(found));
      return stands ? { ...found, severity: 'warning' } : found;
    }),
    ...changes.diagnostics.filter(({ code }) => code === 'base-unreadable' || code === UNREAD_FILE),
  ];
}

/** Of the files, and of what corrections say that they correct. */
function allOf(catalogue: Catalogue): readonly Diagnostic[] {
  return [...catalogue.diagnostics, ...correctionRecords(catalogue).diagnostics];
}

/** In a file that stays, the same place: what the message says of other files may move. */
function keyOf({ code, source }: Diagnostic): string {
  return `${code} ${source?.file ?? ''} ${source?.start.line ?? 0} ${source?.start.column ?? 0}`;
}
