import { LimitError } from '../failure.ts';
import { isWord } from './classes.ts';
import type { Instruction } from './program.ts';
import type { Assertion } from './tree.ts';

/** Start and end of the match and of each group; -1 where a group took no part. */
export type Slots = readonly number[];

/** Counts the work of one call, so that no pattern and text take long. */
export interface Budget {
  steps: number;
}

interface Thread {
  readonly at: number;
  readonly slots: Slots;
}

/**
 * The leftmost match at or after `from`; of several the one that Perl would take first, as Go's `regexp`. Follows all
 * alternatives at once (Pike's simulation), so that time is bounded by text length times pattern size.
 */
export function findMatch(
  program: readonly Instruction[],
  source: string,
  from: number,
  groups: number,
  budget: Budget,
): Slots | undefined {
  const none: Slots = new Array<number>(2 * groups + 2).fill(-1);
  let threads: Thread[] = [];
  let found: Slots | undefined;
  for (let position = from; ;) {
    const code = source.codePointAt(position);
    const visited = new Set<number>();
    const current: Thread[] = [];
    for (const thread of threads) addThread(program, thread, position, source, visited, current, budget);
    if (!found)
      addThread(
        program,
        { at: 0, slots: withSlot(none, 0, position) },
        position,
        source,
        visited,
        current,
        budget,
      );
    const following: Thread[] = [];
    for (const thread of current) {
      const instruction = program[thread.at];
      if (instruction?.op === 'match') {
        found = withSlot(thread.slots, 1, position);
        break;
      }
      if (instruction?.op === 'letter' && code !== undefined && instruction.matches(code)) {
        following.push({ at: thread.at + 1, slots: thread.slots });
      }
    }
    threads = following;
    if (code === undefined || (found && threads.length === 0)) return found;
    position += code > 0xffff ? 2 : 1;
  }
}

/** Follows jumps, splits, groups and assertions from a thread to the letters that it waits for, best first. */
function addThread(
  program: readonly Instruction[],
  start: Thread,
  position: number,
  source: string,
  visited: Set<number>,
  out: Thread[],
  budget: Budget,
): void {
  const stack: Thread[] = [start];
  for (let thread = stack.pop(); thread; thread = stack.pop()) {
    if (visited.has(thread.at)) continue;
    visited.add(thread.at);
    if (--budget.steps < 0) throw new LimitError('a regular expression takes too many steps');
    const { at, slots } = thread;
    const instruction = program[at];
    switch (instruction?.op) {
      case 'jump':
        stack.push({ at: instruction.target, slots });
        break;
      case 'split':
        stack.push({ at: instruction.second, slots }, { at: instruction.first, slots });
        break;
      case 'save':
        stack.push({ at: at + 1, slots: withSlot(slots, instruction.slot, position) });
        break;
      case 'assert':
        if (holds(instruction.assertion, source, position)) stack.push({ at: at + 1, slots });
        break;
      default:
        out.push(thread);
    }
  }
}

function withSlot(slots: Slots, slot: number, position: number): Slots {
  const copy = slots.slice();
  copy[slot] = position;
  return copy;
}

function holds(assertion: Assertion, source: string, position: number): boolean {
  switch (assertion) {
    case 'text-start':
      return position === 0;
    case 'text-end':
      return position === source.length;
    case 'line-start':
      return position === 0 || source[position - 1] === '\n';
    case 'line-end':
      return position === source.length || source[position] === '\n';
    case 'word':
    case 'not-word': {
      const before = position > 0 && isWord(source.charCodeAt(position - 1));
      const after = position < source.length && isWord(source.charCodeAt(position));
      return (before !== after) === (assertion === 'word');
    }
  }
}
