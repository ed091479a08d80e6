import type { Value } from '../../model/value.ts';
import { convert } from '../terraform/evaluate/convert.ts';
import { ExpressionError } from '../terraform/evaluate/failure.ts';
import { hasSensitive } from '../terraform/evaluate/marks.ts';

/** A value as the text that it becomes in a file or in the environment; undefined when it is none, not known or secret. */
export function knownText(value: Value): string | undefined {
  if (hasSensitive(value)) return undefined;
  try {
    const converted = convert(value, 'string');
    return converted.kind === 'string' ? converted.value : undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
