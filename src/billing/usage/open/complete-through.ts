import type { Sidecar } from './sidecar.ts';

const DAY = 86_400_000;
/** Of a file: so much of it may lie between the end of another and its first row, up to a day. */
const MOST_GAP = 0.1;

/** What is known of a file: its sidecar, and when its first row that was taken begins (epoch milliseconds); infinite without one. */
export interface OpenedFile {
  readonly name: string;
  readonly sidecar: Sidecar;
  readonly from: number;
}

/** The time that a file has all usage of, in epoch milliseconds, and whether its sidecar says when that begins. */
interface Covered {
  readonly source: string | null;
  readonly from: number;
  readonly to: number;
  readonly isSaid: boolean;
}

/**
 * Up to when usage is complete, in epoch milliseconds; null where a file does not say it. A file goes on where another of its source
 * ends. Of files that do not follow each other the earliest counts: each may have the usage of other customers.
 */
export function completeThrough(files: readonly OpenedFile[]): number | null {
  const covered: Covered[] = [];
  for (const { sidecar, from } of files) {
    if (sidecar.completeThrough === null) return null;
    const to = Date.parse(sidecar.completeThrough);
    const said = sidecar.coverageFrom === null ? null : Date.parse(sidecar.coverageFrom);
    covered.push({ source: sidecar.source, from: Math.min(said ?? from, to), to, isSaid: said !== null });
  }
  const ends: Covered[] = [];
  for (const file of covered.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const before = ends.findIndex((other) => isNext(other, file));
    if (before === -1) ends.push(file);
    else ends[before] = file;
  }
  return ends.length === 0 ? null : Math.min(...ends.map(({ to }) => to));
}

/** Whether a file begins where another ends. Two that overlap are of different usage in the same time. */
function isNext(before: Covered, file: Covered): boolean {
  const gap = file.from - before.to;
  const most = file.isSaid ? 0 : Math.min(DAY, MOST_GAP * (file.to - file.from));
  return before.source === file.source && gap >= 0 && gap <= most;
}
