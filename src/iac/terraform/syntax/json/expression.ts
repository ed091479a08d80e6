import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { DocumentNode } from '../../../../model/node.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import { decimal } from '../../../../lib/decimal.ts';
import type { Expression } from '../ast.ts';
import { numberValue } from '../numbers.ts';
import { jsonError } from './report.ts';
import { stringTemplate } from './string.ts';

/**
 * A JSON value as an expression: strings are templates, property names too; arrays are tuples and
 * objects are object constructors (HCL JSON syntax, "Expressions").
 */
export function jsonExpression(node: DocumentNode, diagnostics: Diagnostic[]): Expression {
  const { start, end } = node.span;
  if (node.kind === 'sequence') {
    const items = node.items.map((item) => jsonExpression(item, diagnostics));
    return { kind: 'tuple', items, start, end };
  }
  if (node.kind === 'mapping') {
    const items = node.entries.map(({ key, keySpan, value }) => ({
      key: stringTemplate(key, keySpan, diagnostics),
      value: jsonExpression(value, diagnostics),
    }));
    return { kind: 'object', items, start, end };
  }
  if (typeof node.value === 'string') return stringTemplate(node.value, node.span, diagnostics);
  if (typeof node.value !== 'number') return { kind: 'literal', value: node.value, start, end };
  return jsonNumber(node.text, node.span, diagnostics);
}

/** Unlike in native syntax the sign is part of the number. */
function jsonNumber(text: string, span: SourceSpan, diagnostics: Diagnostic[]): Expression {
  const { start, end } = span;
  const size = numberValue(text.startsWith('-') ? text.slice(1) : text);
  if (size !== undefined) {
    const value = text.startsWith('-') ? size.times(decimal(-1)) : size;
    return { kind: 'literal', value, start, end };
  }
  const message = 'This number is out of the range that is read';
  diagnostics.push(jsonError(message, span));
  return { kind: 'invalid', start, end };
}
