import { LimitError } from '../failure.ts';
import type { Assertion, Matcher, PatternNode } from './tree.ts';

/** One step of the matcher. `split` prefers `first`. */
export type Instruction =
  | { readonly op: 'letter'; readonly matches: Matcher }
  | { readonly op: 'assert'; readonly assertion: Assertion }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; target: number }
  | { readonly op: 'match' };

const MAX_INSTRUCTIONS = 10_000;

/** The program of a parsed pattern, for the simulation of its automaton. Throws a LimitError when it is too long. */
export function compile(root: PatternNode): readonly Instruction[] {
  const program: Instruction[] = [];
  emit(root, program);
  push(program, { op: 'match' });
  return program;
}

function push(program: Instruction[], instruction: Instruction): void {
  if (program.length >= MAX_INSTRUCTIONS) throw new LimitError('a regular expression is too large');
  program.push(instruction);
}

function emit(node: PatternNode, program: Instruction[]): void {
  switch (node.kind) {
    case 'empty':
      return;
    case 'letter':
      push(program, { op: 'letter', matches: node.matches });
      return;
    case 'assert':
      push(program, { op: 'assert', assertion: node.assertion });
      return;
    case 'group':
      push(program, { op: 'save', slot: 2 * node.index });
      emit(node.inner, program);
      push(program, { op: 'save', slot: 2 * node.index + 1 });
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, program);
      return;
    case 'choice':
      emitChoice(node.options, program);
      return;
    case 'repeat':
      emitRepeat(node, program);
  }
}

function emitChoice(options: readonly PatternNode[], program: Instruction[]): void {
  const jumps: { op: 'jump'; target: number }[] = [];
  options.forEach((option, i) => {
    if (i === options.length - 1) {
      emit(option, program);
      return;
    }
    const split = { op: 'split' as const, first: program.length + 1, second: 0 };
    push(program, split);
    emit(option, program);
    const jump = { op: 'jump' as const, target: 0 };
    push(program, jump);
    jumps.push(jump);
    split.second = program.length;
  });
  for (const jump of jumps) jump.target = program.length;
}

function emitRepeat(node: Extract<PatternNode, { kind: 'repeat' }>, program: Instruction[]): void {
  for (let i = 0; i < node.least; i++) emit(node.inner, program);
  if (node.most === Infinity && node.least === 0 && canBeEmpty(node.inner)) {
    // As RE2: `x*` is `(x+)?`, so that an empty match of x is one.
    emitRepeat({ ...node, least: 0, most: 1, inner: { ...node, least: 1, most: Infinity } }, program);
    return;
  }
  if (node.most === Infinity) {
    const start = program.length;
    const split = branch(program, node.greedy);
    emit(node.inner, program);
    push(program, { op: 'jump', target: start });
    leave(split, program.length, node.greedy);
    return;
  }
  const splits = [];
  for (let i = node.least; i < node.most; i++) {
    splits.push(branch(program, node.greedy));
    emit(node.inner, program);
  }
  for (const split of splits) leave(split, program.length, node.greedy);
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case 'letter':
      return false;
    case 'group':
      return canBeEmpty(node.inner);
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'choice':
      return node.options.some(canBeEmpty);
    case 'repeat':
      return node.least === 0 || canBeEmpty(node.inner);
    default:
      return true;
  }
}

type Split = Extract<Instruction, { op: 'split' }>;

function branch(program: Instruction[], greedy: boolean): Split {
  const body = program.length + 1;
  const split: Split = greedy
    ? { op: 'split', first: body, second: 0 }
    : { op: 'split', first: 0, second: body };
  push(program, split);
  return split;
}

function leave(split: Split, target: number, greedy: boolean): void {
  if (greedy) split.second = target;
  else split.first = target;
}
