/** A part of a text whose rows may be cut: what is around them stays whole. */
export interface Part {
  readonly head: readonly string[];
  readonly rows: readonly string[];
  /** The line that stands for `n` rows that were left out. */
  readonly more: (n: number) => string;
  readonly tail: readonly string[];
}

/** Parts that stand or fall together: where their frames alone are too long, the last ones are left out and counted. */
export interface PartGroup {
  readonly open: readonly string[];
  readonly parts: readonly Part[];
  readonly close: readonly string[];
}

export interface Budget {
  readonly limit: number;
  readonly measure: (text: string) => number;
}

/** A GitHub comment: safe under each known reading of its limit, with room for the marker. UTF-16 units. */
export const COMMENT_BUDGET: Budget = { limit: 59_000, measure: (text) => text.length };

/** A GitHub job summary holds 1 MiB a step, in UTF-8 bytes; the rest is left for other writers of the step. */
export const SUMMARY_BUDGET: Budget = { limit: 1_000_000, measure: (text) => Buffer.byteLength(text) };

/** What heads of tables, paragraphs and the like may take in percent, so that there is room for rows. */
const MOST_FRAME = 75;

/** Lines that are never cut. */
export function lines(...head: readonly string[]): Part {
  return { head, rows: [], more: () => '', tail: [] };
}

/**
 * The groups as one text within the budget, whatever comes. Whole rows are cut first, always from the end, and each cut leaves a line
 * that counts them. Where so many parts are there that not even what is around their rows fits, whole parts are, from the end of the
 * longest groups, and then whole groups. Small ones stay complete: what they do not need goes to the larger ones.
 */
export function fit(groups: readonly PartGroup[], budget: Budget): string {
  const parts = withinFrames(groups, budget).flatMap(partsOf);
  const frame = framesOf(parts, budget);
  const shares = share(
    parts.map((part) => size(part.rows, budget)),
    budget.limit - frame,
  );
  return parts.flatMap((part, index) => cutPart(part, shares[index] ?? 0, budget)).join('\n');
}

/** The groups with as many of their parts as may be there when no row is. The last group stays the last. */
function withinFrames(groups: readonly PartGroup[], budget: Budget): readonly PartGroup[] {
  const frames = groups.map((group) => framesOf(partsOf(group), budget));
  const room = Math.floor((budget.limit * MOST_FRAME) / 100);
  if (frames.reduce((total, frame) => total + frame, 0) <= room) return groups;
  const left = framesOf([lines('', moreText(groups.length, 'section'))], budget);
  const rooms = share(frames, room - left);
  const kept = groups.flatMap((group, index) => {
    const [frame = 0, own = 0] = [frames[index], rooms[index]];
    return frame <= own ? [group] : (cutGroup(group, own, budget) ?? []);
  });
  if (kept.length === groups.length) return kept;
  const counted = { open: ['', moreText(groups.length - kept.length, 'section')], parts: [], close: [] };
  return [...kept.slice(0, -1), counted, ...kept.slice(-1)];
}

/** Undefined where not even what is around the parts fits. */
function cutGroup({ open, parts, close }: PartGroup, room: number, budget: Budget): PartGroup | undefined {
  const rest = lines('', moreText(parts.length, 'part'));
  let used = framesOf(partsOf({ open, parts: [rest], close }), budget);
  if (used > room) return undefined;
  let kept = 0;
  for (const part of parts) {
    used += framesOf([part], budget);
    if (used > room) break;
    kept++;
  }
  const counted = lines('', moreText(parts.length - kept, 'part'));
  return { open, parts: [...parts.slice(0, kept), counted], close };
}

function moreText(n: number, what: string): string {
  return `… ${n} more ${what}${n === 1 ? ' is' : 's are'} in the JSON of the result alone.`;
}

function size(texts: readonly string[], { measure }: Budget): number {
  return texts.reduce((total, text) => total + measure(text) + 1, 0);
}

/** What parts take when all of their rows are cut. */
function framesOf(parts: readonly Part[], budget: Budget): number {
  return parts.reduce(
    (total, { head, rows, more, tail }) => total + size([...head, ...tail, more(rows.length)], budget),
    0,
  );
}

function partsOf({ open, parts, close }: PartGroup): readonly Part[] {
  const around = (texts: readonly string[]) => (texts.length === 0 ? [] : [lines(...texts)]);
  return [...around(open), ...parts, ...around(close)];
}

/** Divides `total`: each gets what it needs, or an equal part of what the smaller ones left. */
function share(needs: readonly number[], total: number): number[] {
  const order = needs.map((_, index) => index).sort((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0) || a - b);
  const given = needs.map(() => 0);
  let left = Math.max(total, 0);
  order.forEach((index, position) => {
    const part = Math.min(needs[index] ?? 0, Math.floor(left / (order.length - position)));
    given[index] = part;
    left -= part;
  });
  return given;
}

function cutPart(part: Part, room: number, budget: Budget): string[] {
  let used = 0;
  let kept = 0;
  for (const row of part.rows) {
    used += budget.measure(row) + 1;
    if (used > room) break;
    kept++;
  }
  const left = part.rows.length - kept;
  return [...part.head, ...part.rows.slice(0, kept), ...(left > 0 ? [part.more(left)] : []), ...part.tail];
}
