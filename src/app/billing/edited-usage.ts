import { formatOf } from '../../billing/usage/open/format.ts';
import { readSidecar, SIDECAR_ENDING, type Sidecar } from '../../billing/usage/open/sidecar.ts';
import { compareInstants } from '../../lib/calendar.ts';
import { count } from '../../model/money-text.ts';
import type { Tree } from '../../tree/tree.ts';

/** A file of recorded usage that is not what it was, with what is other, as the begin of a sentence. */
export interface EditedUsage {
  readonly path: string;
  readonly what: string;
}

/**
 * What a change edits in recorded usage: lines that the base has and the head has not, and sidecars that say something else of the same
 * rows. Usage is history: rows may come to it. `recorded` are files of the base; those that can be read on both sides are looked at.
 */
export function editedUsage(base: Tree, head: Tree, recorded: readonly string[]): readonly EditedUsage[] {
  return recorded.flatMap((path) => [...editedRows(base, head, path), ...editedSidecar(base, head, path)]);
}

function editedRows(base: Tree, head: Tree, path: string): EditedUsage[] {
  if (base.blobId(path) === head.blobId(path)) return [];
  const [before, after] = [base.read(path), head.read(path)];
  if (before === undefined || after === undefined) return [];
  const { rows, isPacked } = formatOf(path);
  if (rows === 'parquet' || isPacked) return [{ path, what: `${path} is replaced` }];
  const lost = lostLines(before, after);
  if (lost === 0) return [];
  return [{ path, what: `${path} has ${count(lost)} of its lines no more, or not as they were` }];
}

/** How many lines one text has that the other has not, whatever their order. */
function lostLines(before: Uint8Array, after: Uint8Array): number {
  const lines = new Map<string, number>();
  for (const line of linesOf(before)) lines.set(line, (lines.get(line) ?? 0) + 1);
  for (const line of linesOf(after)) {
    const left = lines.get(line);
    if (left === undefined) continue;
    if (left === 1) lines.delete(line);
    else lines.set(line, left - 1);
  }
  return [...lines.values()].reduce((sum, left) => sum + left, 0);
}

function linesOf(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.split(/\r?\n/u).filter((line) => line !== '');
}

function editedSidecar(base: Tree, head: Tree, path: string): EditedUsage[] {
  const file = path + SIDECAR_ENDING;
  if (base.blobId(file) === head.blobId(file) || head.blobId(path) === undefined) return [];
  const [before, after] = [base, head].map((tree) => readSidecar(path, tree.read(file) ?? new Uint8Array()));
  if (before === undefined || after === undefined || saysTheSame(before, after)) return [];
  return [{ path: file, what: `${file} says something else of what was recorded` }];
}

/** Usage that goes on is complete for longer. Where it comes from, and its hash, take nothing away. */
function saysTheSame(before: Sidecar, after: Sidecar): boolean {
  const [sampled, was] = [after.sampled?.toFixed(), before.sampled?.toFixed()];
  const [through, until] = [after.completeThrough, before.completeThrough];
  const isLater = through !== null && until !== null && compareInstants(through, until) >= 0;
  return sampled === was && after.coverageFrom === before.coverageFrom && (through === until || isLater);
}
