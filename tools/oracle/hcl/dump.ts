import { Decimal } from '../../../src/lib/decimal.ts';
import type {
  Body,
  Expression,
  SplatStep,
  TemplatePart,
  TraversalStep,
} from '../../../src/iac/terraform/syntax/ast.ts';

/** A tree in the form that the Go program prints; a null `at` is not compared. */
export type Dump = Readonly<Record<string, unknown>>;

/** The body in the form of the Go program. */
export function dumpBody(body: Body): Dump {
  return {
    attributes: body.attributes.map(({ name, start, end, value }) => ({
      name,
      at: [start, end],
      value: dumpExpression(value),
    })),
    blocks: body.blocks.map((block) => ({
      type: block.type,
      labels: block.labels.map(({ value, start, end }) => ({ value, at: [start, end] })),
      at: [block.start, block.end],
      body: dumpBody(block.body),
    })),
  };
}

/** The expression in the form of the Go program, which has splats over an anonymous item, and directives as expressions. */
export function dumpExpression(e: Expression): Dump {
  return { at: [e.start, e.end], ...bare(e) };
}

function bare(e: Expression): Dump {
  const { kind } = e;
  switch (kind) {
    case 'literal':
      return { kind, value: scalar(e.value) };
    case 'template':
      return { kind, parts: e.parts.map(dumpPart) };
    case 'traversal':
      return { kind, root: e.root, steps: e.steps.map(dumpStep) };
    case 'relative':
      if (e.target.kind === 'index' && e.target.key.kind === 'literal') {
        return e.steps.map(dumpStep).reduce(addStatic, dumpExpression(e.target));
      }
      return { kind, target: dumpExpression(e.target), steps: e.steps.map(dumpStep) };
    case 'index':
      return dumpIndex(dumpExpression(e.target), e.key);
    case 'splat':
      return { kind, target: dumpExpression(e.target), full: e.full, each: dumpEach(e.each) };
    case 'call':
      return { kind, name: e.name, arguments: e.arguments.map(dumpExpression), expand: e.expandFinal };
    case 'unary':
      return { kind, operator: e.operator, operand: dumpExpression(e.operand) };
    case 'binary':
      return { kind, operator: e.operator, left: dumpExpression(e.left), right: dumpExpression(e.right) };
    case 'conditional':
      return {
        kind,
        condition: dumpExpression(e.condition),
        then: dumpExpression(e.then),
        else: dumpExpression(e.else),
      };
    case 'tuple':
      return { kind, items: e.items.map(dumpExpression) };
    case 'object':
      return {
        kind,
        items: e.items.map(({ key, value }) => ({ key: dumpExpression(key), value: dumpExpression(value) })),
      };
    case 'for':
      return {
        kind,
        keyName: e.keyName ?? '',
        valueName: e.valueName,
        collection: dumpExpression(e.collection),
        ...(e.key === undefined ? {} : { key: dumpExpression(e.key) }),
        value: dumpExpression(e.value),
        ...(e.condition === undefined ? {} : { condition: dumpExpression(e.condition) }),
        group: e.group,
      };
    case 'parentheses':
      return { kind, inner: dumpExpression(e.inner) };
    case 'invalid':
      return { kind };
  }
}

function dumpPart(part: TemplatePart): Dump {
  switch (part.kind) {
    case 'text':
      return { kind: 'text', value: part.value };
    case 'interpolation':
      return dumpExpression(part.expression);
    case 'if':
      return {
        kind: 'conditional',
        at: null,
        condition: dumpExpression(part.condition),
        then: dumpParts(part.then),
        else: dumpParts(part.else),
      };
    case 'for':
      return { kind: 'join', at: null, for: dumpForDirective(part) };
  }
}

function dumpForDirective(part: Extract<TemplatePart, { kind: 'for' }>): Dump {
  return {
    kind: 'for',
    at: null,
    keyName: part.keyName ?? '',
    valueName: part.valueName,
    collection: dumpExpression(part.collection),
    value: dumpParts(part.body),
    group: false,
  };
}

function dumpParts(parts: readonly TemplatePart[]): Dump {
  const [first] = parts;
  if (first === undefined) return { kind: 'literal', at: null, value: '' };
  if (parts.length === 1 && first.kind === 'text') return { kind: 'literal', at: null, value: first.value };
  return { kind: 'template', at: null, parts: parts.map(dumpPart) };
}

/** Go keeps a literal key of any type as a static step; ours has strings and numbers only. */
function dumpIndex(target: Dump, key: Expression): Dump {
  if (key.kind !== 'literal') return { kind: 'index', target, key: dumpExpression(key) };
  return { ...addStatic(target, { key: scalar(key.value) }), at: null };
}

function dumpEach(steps: readonly SplatStep[]): Dump {
  let each: Dump = { kind: 'item', at: null };
  for (const step of steps) {
    if (step.kind === 'key') each = { ...dumpIndex(each, step.key), at: null };
    else if (step.kind === 'splat')
      each = { kind: 'splat', at: null, target: each, full: step.full, each: dumpEach(step.each) };
    else each = { ...addStatic(each, dumpStep(step)), at: null };
  }
  return each;
}

function addStatic(target: Dump, step: Dump): Dump {
  const { kind, steps } = target;
  if ((kind === 'relative' || kind === 'traversal') && Array.isArray(steps)) {
    return { ...target, steps: [...(steps as Dump[]), step] };
  }
  return { kind: 'relative', target, steps: [step] };
}

function dumpStep(step: TraversalStep): Dump {
  return step.kind === 'attribute' ? { name: step.name } : { key: scalar(step.key) };
}

function scalar(value: Decimal | boolean | string | null): unknown {
  if (!(value instanceof Decimal)) return value;
  return { number: value.toFixed(30).replace(/0+$/, '').replace(/\.$/, '') };
}
