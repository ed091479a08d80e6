import type { DocumentNode, MappingEntry } from '../../../../model/node.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import { decimal } from '../../../../lib/decimal.ts';
import type { Expression } from '../ast.ts';
import { numberValue } from '../numbers.ts';
import type { JsonErrors } from './report.ts';
import { stringTemplate } from './string.ts';

/** How strings are read: as templates, or as they stand, which is how a value is read that may refer to nothing. */
export type Strings = 'template' | 'literal';

/**
 * A JSON value as an expression: strings are templates, property names too; arrays are tuples and
 * objects are object constructors (HCL JSON syntax, "Expressions"). Of a name that is set twice the first holds.
 */
export function jsonExpression(node: DocumentNode, strings: Strings, errors: JsonErrors): Expression {
  const { start, end } = node.span;
  if (node.kind === 'sequence') {
    const items = node.items.map((item) => jsonExpression(item, strings, errors));
    return { kind: 'tuple', items, start, end };
  }
  if (node.kind === 'mapping') {
    const entries = withoutRepeats(node.entries, ({ key }) => key.normalize('NFC'), errors);
    const items = entries.map(({ key, keySpan, value }) => ({
      key: jsonString(key, keySpan, strings, errors),
      value: jsonExpression(value, strings, errors),
    }));
    return { kind: 'object', items, start, end };
  }
  if (typeof node.value === 'string') return jsonString(node.value, node.span, strings, errors);
  if (typeof node.value !== 'number') return { kind: 'literal', value: node.value, start, end };
  return jsonNumber(node.text, node.span, errors);
}

/** The properties of one object, the first of each name; the others are reported. */
export function withoutRepeats(
  entries: readonly MappingEntry[],
  nameOf: (entry: MappingEntry) => string,
  errors: JsonErrors,
): MappingEntry[] {
  const names = new Set<string>();
  return entries.filter((entry) => {
    const name = nameOf(entry);
    const isFirst = !names.has(name);
    if (!isFirst) {
      const shown = JSON.stringify(name.slice(0, 40));
      errors.add(`${shown} is set twice in this object; the first one holds`, entry.keySpan);
    }
    names.add(name);
    return isFirst;
  });
}

function jsonString(value: string, span: SourceSpan, strings: Strings, errors: JsonErrors): Expression {
  if (strings === 'template') return stringTemplate(value, span, errors);
  return { kind: 'literal', value: value.normalize('NFC'), start: span.start, end: span.end };
}

/** Unlike in native syntax the sign is part of the number. */
function jsonNumber(text: string, span: SourceSpan, errors: JsonErrors): Expression {
  const { start, end } = span;
  const size = numberValue(text.startsWith('-') ? text.slice(1) : text);
  if (size !== undefined) {
    const value = text.startsWith('-') ? size.times(decimal(-1)) : size;
    return { kind: 'literal', value, start, end };
  }
  const message = 'This number is out of the range that is read';
  errors.add(message, span);
  return { kind: 'invalid', start, end };
}
