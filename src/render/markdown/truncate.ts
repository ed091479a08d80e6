/** A part of a text whose rows may be cut: what is around them stays whole. */
export interface Part {
  readonly head: readonly string[];
  readonly rows: readonly string[];
  /** The line that stands for `n` rows that were left out. */
  readonly more: (n: number) => string;
  readonly tail: readonly string[];
}

export interface Budget {
  readonly limit: number;
  readonly measure: (text: string) => number;
}

/** A GitHub comment: safe under each known reading of its limit, with room for the marker. UTF-16 units. */
export const COMMENT_BUDGET: Budget = { limit: 59_000, measure: (text) => text.length };

/** A GitHub job summary holds 1 MiB a step, in UTF-8 bytes; the rest is left for other writers of the step. */
export const SUMMARY_BUDGET: Budget = { limit: 1_000_000, measure: (text) => Buffer.byteLength(text) };

/**
 * The parts as one text within the budget. Only whole rows are cut, always from the end, and each cut leaves a line
 * that counts them. Small parts stay complete: what they do not need goes to the larger ones.
 */
export function fit(parts: readonly Part[], budget: Budget): string {
  const size = (lines: readonly string[]): number =>
    lines.reduce((total, line) => total + budget.measure(line) + 1, 0);
  const frame = parts.reduce(
    (total, part) => total + size([...part.head, ...part.tail, part.more(part.rows.length)]),
    0,
  );
  const shares = share(
    parts.map((part) => size(part.rows)),
    budget.limit - frame,
  );
  return parts.flatMap((part, index) => cutPart(part, shares[index] ?? 0, budget)).join('\n');
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
