import type { Expression, TraversalStep } from '../../syntax/ast.ts';
import { literalString } from './json-body.ts';

/**
 * The text of a static reference, such as `aws.eu` or `module.a["x"].aws_instance.b[0]`: where Terraform wants a name
 * and evaluates nothing. JSON syntax writes it as a string. Undefined when it is something else.
 */
export function staticReference(expression: Expression): string | undefined {
  if (expression.kind === 'traversal') return expression.root + stepsText(expression.steps);
  return literalString(expression);
}

/** The static references of a list, such as `ignore_changes`; others are left out. */
export function staticReferences(expression: Expression): readonly string[] {
  if (expression.kind !== 'tuple') return [];
  return expression.items.map(staticReference).filter((text) => text !== undefined);
}

/** Steps as they stand in an address: `.name`, `[0]`, `["key"]`. */
export function stepsText(steps: readonly TraversalStep[]): string {
  return steps.map(stepText).join('');
}

function stepText(step: TraversalStep): string {
  if (step.kind === 'attribute') return `.${step.name}`;
  return typeof step.key === 'string' ? `[${JSON.stringify(step.key)}]` : `[${step.key.toFixed()}]`;
}
