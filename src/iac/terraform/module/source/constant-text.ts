import type { Expression } from '../../syntax/ast.ts';
import type { ModuleDefinition } from './definition.ts';

/** Locals that stand in one another at most. */
const DEEPEST = 32;

/**
 * The text of an expression that is a string of literals and of locals that are such strings: what OpenTofu lets the
 * `source` and `version` of a module call be beside literals. What depends on a variable has another value for each caller,
 * and is undefined here.
 */
export function constantText(
  definition: ModuleDefinition,
  expression: Expression,
  depth = 0,
): string | undefined {
  if (depth > DEEPEST) return undefined;
  if (expression.kind === 'literal') {
    return typeof expression.value === 'string' ? expression.value : undefined;
  }
  if (expression.kind === 'traversal') {
    const [step, ...others] = expression.steps;
    if (expression.root !== 'local' || step?.kind !== 'attribute' || others.length > 0) return undefined;
    const local = definition.locals.get(step.name);
    return local && constantText(definition, local.attribute.value, depth + 1);
  }
  if (expression.kind !== 'template') return undefined;
  let text = '';
  for (const part of expression.parts) {
    const piece =
      part.kind === 'text'
        ? part.value
        : part.kind === 'interpolation'
          ? constantText(definition, part.expression, depth + 1)
          : undefined;
    if (piece === undefined || text.length + piece.length > LONGEST) return undefined;
    text += piece;
  }
  return text;
}

/** A longer text is no address: locals that double each other end here. */
const LONGEST = 4096;
