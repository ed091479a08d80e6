import type { DocumentNode } from '../../../../model/node.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { LimitError } from '../../evaluate/failure.ts';
import { bool, NULL, number, object, text, tuple, unknown } from '../../evaluate/make.ts';
import { parseNumber } from '../../evaluate/numbers.ts';

/** The value of a JSON document as it stands: strings are no templates, as in `.tfvars.json` files. */
export function jsonValue(node: DocumentNode): Value {
  const origin = [node.span];
  if (node.kind === 'sequence') return tuple(node.items.map(jsonValue), origin);
  if (node.kind === 'mapping') {
    return object(new Map(node.entries.map(({ key, value }) => [key, jsonValue(value)])), origin);
  }
  if (node.value === null) return { ...NULL, origin };
  if (typeof node.value === 'string') return text(node.value, origin);
  if (typeof node.value === 'boolean') return bool(node.value, origin);
  return numberOf(node.text, origin);
}

function numberOf(written: string, origin: readonly SourceSpan[]): Value {
  try {
    const parsed = parseNumber(written);
    return parsed === undefined ? unknown('error-in-expression', { origin }) : number(parsed, origin);
  } catch (error) {
    if (error instanceof LimitError) return unknown('evaluation-limit', { origin });
    throw error;
  }
}
