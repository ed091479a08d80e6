import type { SourceText } from '../../../model/source.ts';
import type { Type } from '../../../model/value.ts';
import type { Expression } from '../syntax/ast.ts';
import { evaluate } from './expression.ts';
import { type Report, readType } from './type-expression.ts';

export { applyType } from './type-expression.ts';

/**
 * The type that a constraint names: `list(string)`, `object({a = optional(number, 1)})`, and the bare or quoted words
 * of old versions. What is no type is reported and counts as `any`.
 * (Terraform language, Type Constraints.)
 */
export function parseType(expression: Expression, source: SourceText, report: Report): Type {
  return readType(expression, { source, report, evaluate });
}
