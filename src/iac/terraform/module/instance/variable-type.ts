import { SourceText } from '../../../../model/source.ts';
import type { Type } from '../../../../model/value.ts';
import { parseType } from '../../evaluate/types.ts';
import { parseExpressionText } from '../../syntax/parse.ts';
import type { Declaration, Located } from '../source/declaration.ts';
import type { Run } from './run.ts';

const known = new WeakMap<Declaration, Type>();

/** The declared type of an input variable; `any` without one. */
export function variableType(run: Run, variable: Declaration): Type {
  const before = known.get(variable);
  if (before !== undefined) return before;
  const located = variable.attributes.get('type');
  const type = located === undefined ? 'any' : readType(run, located);
  known.set(variable, type);
  return type;
}

function readType(run: Run, { source, attribute }: Located): Type {
  const { value } = attribute;
  const report = run.report.bind(run);
  // JSON syntax has the type as a string that holds an expression.
  if (source.path.endsWith('.json') && value.kind === 'literal' && typeof value.value === 'string') {
    const inner = new SourceText(source.path, value.value);
    return parseType(parseExpressionText(inner).expression, inner, report);
  }
  return parseType(value, source, report);
}
