import { describeUnknown } from '../../model/unknown-text.ts';
import type { UnknownValue } from '../../model/value.ts';
import { plain } from '../plain.ts';
import { valueText } from '../value.ts';

/** Why a value is not known, and what is known of it all the same. */
export function unknownWords(value: UnknownValue): string {
  const { candidates, fallback, prefix, minimum } = value;
  const isOneOf = candidates !== undefined && candidates.length > 0;
  return [
    describeUnknown(value),
    ...(isOneOf ? [`one of ${candidates.map(valueText).join(', ')}`] : []),
    ...(fallback === undefined ? [] : [`else ${valueText(fallback)}`]),
    ...(prefix === undefined ? [] : [`begins with ${JSON.stringify(plain(prefix))}`]),
    ...(minimum === undefined ? [] : [`at least ${minimum.toFixed()}`]),
  ].join('; ');
}
