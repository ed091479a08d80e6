import type { Expression, SplatStep, TraversalStep } from './ast.ts';
import { parseExpression } from './expression.ts';
import { MAX_CHAIN } from './limits.ts';
import { numberValue } from './numbers.ts';
import type { Parser } from './parser.ts';

/** Everything that can follow a term: `.name`, `.0`, `[key]`, `[*]…`, `.*…`. */
export function parsePostfix(p: Parser, term: Expression): Expression {
  let target = term;
  for (let count = 1; p.is('.') || p.is('['); count++) {
    if (count > MAX_CHAIN) {
      p.reportLimit(`More than ${MAX_CHAIN} indexes and splats in a row are not read`, p);
      p.giveUp();
    }
    target = applySteps(target, parseSteps(p, false));
  }
  return target;
}

/**
 * Steps until none follows. Under a full splat all of them belong to it, so nothing is left out; else
 * the list ends after the first step that is not static.
 */
function parseSteps(p: Parser, underSplat: boolean): SplatStep[] {
  const steps: SplatStep[] = [];
  while (p.is('.') || p.is('[')) {
    const step = p.is('.') ? parseDot(p) : parseBracket(p);
    steps.push(step);
    if (!underSplat && (step.kind === 'splat' || step.kind === 'key')) break;
  }
  return steps;
}

/** Static steps extend a bare traversal; a key or a splat, which can only be last, wraps what is before. */
function applySteps(target: Expression, steps: SplatStep[]): Expression {
  const last = steps.at(-1);
  if (last === undefined) return target;
  if (last.kind === 'attribute' || last.kind === 'index') return withStatic(target, steps as TraversalStep[]);
  const inner = withStatic(target, steps.slice(0, -1) as TraversalStep[]);
  const { start } = inner;
  const { end } = last;
  if (last.kind === 'key') return { kind: 'index', target: inner, key: last.key, start, end };
  return { kind: 'splat', target: inner, full: last.full, each: last.each, start, end };
}

function withStatic(target: Expression, steps: TraversalStep[]): Expression {
  const end = steps.at(-1)?.end;
  if (end === undefined) return target;
  const { start } = target;
  if (target.kind === 'traversal') return { kind: 'traversal', root: target.root, steps, start, end };
  return { kind: 'relative', target, steps, start, end };
}

/** After a dot: a name, a number (an index in the form of old versions) or `*`. */
function parseDot(p: Parser): SplatStep {
  const { start } = p;
  p.next();
  if (!p.is('*')) return parseMember(p, start);
  p.enter();
  p.next();
  const each: SplatStep[] = [];
  let end = p.previousEnd;
  while (p.is('.')) {
    const dot = p.start;
    p.next();
    const step = parseMember(p, dot);
    each.push(step);
    ({ end } = step);
  }
  p.leave();
  return { kind: 'splat', full: false, each, start, end };
}

function parseMember(p: Parser, start: number): TraversalStep {
  const { end } = p;
  if (p.is('identifier')) {
    const name = p.tokenText();
    p.next();
    return { kind: 'attribute', name, start, end };
  }
  if (!p.is('number')) p.expected('an attribute name after "."', nestedSplatHint(p));
  const text = p.tokenText();
  const key = text.includes('.') ? undefined : numberValue(text);
  if (key === undefined) {
    p.fail('Two indexes in a row cannot be written with dots', p, 'Write them as [0][1].');
  }
  p.next();
  return { kind: 'index', key, start, end };
}

function nestedSplatHint(p: Parser): string | undefined {
  return p.is('*') ? 'A ".*" cannot stand inside another one: use [*].' : undefined;
}

function parseBracket(p: Parser): SplatStep {
  const { start, newlines } = p;
  p.next();
  if (p.is('*')) return parseFullSplat(p, start);
  p.newlines = false;
  if (p.is('newline')) p.next();
  const key = parseExpression(p);
  if (!p.is(']')) p.expected('"]" after the index');
  const { end } = p;
  p.newlines = newlines;
  p.next();
  if (key.kind === 'literal' && typeof key.value === 'string')
    return { kind: 'index', key: key.value, start, end };
  if (key.kind === 'literal' && key.value !== null && typeof key.value === 'object') {
    return { kind: 'index', key: key.value, start, end };
  }
  return { kind: 'key', key, start, end };
}

/** `[*]` takes all steps that follow; a second one nests in the first. */
function parseFullSplat(p: Parser, start: number): SplatStep {
  p.enter();
  p.next();
  if (!p.is(']')) p.expected('"]" after "*"');
  const { end } = p;
  p.next();
  const each = parseSteps(p, true);
  p.leave();
  return { kind: 'splat', full: true, each, start, end: each.at(-1)?.end ?? end };
}
