import { LimitError } from '../failure.ts';
import { type Budget, type Slots, findMatch } from './match.ts';
import { parsePattern } from './parse.ts';
import { type Instruction, compile } from './program.ts';

/** A regular expression of RE2, ready to be used. */
export interface Pattern {
  readonly program: readonly Instruction[];
  /** The names of the groups, in order; empty for a group without a name. */
  readonly names: readonly string[];
}

/** One match: where it is, and the text of each group; undefined for a group that took no part. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

const MAX_PATTERN = 4_096;
const MAX_STEPS = 20_000_000;
const MAX_CACHED = 200;

const cache = new Map<string, Pattern>();

/** The pattern of a text in RE2 syntax. Throws an ExpressionError where RE2 does not take it. */
export function compilePattern(source: string): Pattern {
  const before = cache.get(source);
  if (before) return before;
  if (source.length > MAX_PATTERN)
    throw new LimitError(`a regular expression is longer than ${MAX_PATTERN} characters`);
  const { root, names } = parsePattern(source);
  const pattern = { program: compile(root), names };
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(source, pattern);
  return pattern;
}

/** The first match; undefined when there is none. Throws a LimitError when it takes too long. */
export function firstMatch(pattern: Pattern, source: string): Match | undefined {
  const slots = findMatch(pattern.program, source, 0, pattern.names.length, { steps: MAX_STEPS });
  return slots && toMatch(slots, source);
}

/** All matches that do not overlap; an empty one right after another one does not count. */
export function allMatches(pattern: Pattern, source: string): Match[] {
  const matches: Match[] = [];
  const budget: Budget = { steps: MAX_STEPS };
  let previousEnd = -1;
  for (let from = 0; from <= source.length;) {
    const slots = findMatch(pattern.program, source, from, pattern.names.length, budget);
    if (!slots) break;
    const match = toMatch(slots, source);
    const empty = match.start === match.end;
    if (!empty || match.start !== previousEnd) matches.push(match);
    previousEnd = match.end;
    from = empty ? match.end + ((source.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1) : match.end;
  }
  return matches;
}

function toMatch(slots: Slots, source: string): Match {
  const groups: (string | undefined)[] = [];
  for (let slot = 2; slot < slots.length; slot += 2) {
    const [start = -1, end = -1] = [slots[slot], slots[slot + 1]];
    groups.push(start < 0 || end < 0 ? undefined : source.slice(start, end));
  }
  return { start: slots[0] ?? 0, end: slots[1] ?? 0, groups };
}
