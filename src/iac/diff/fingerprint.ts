import type { ObjectValue, SequenceValue, Unknownness, Value } from '../../model/value.ts';
import { byCodePoint } from '../../lib/order.ts';

/**
 * A text that is equal for two values when nothing that can be told of them differs: content for known parts; for unknown
 * ones, and what may be in an open collection besides, the reason and the expressions that they come from. Only for
 * comparison: it holds sensitive content.
 */
export function fingerprint(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
    case 'string':
      return JSON.stringify(String(value.value));
    case 'number':
      return JSON.stringify(value.value.toFixed());
    case 'list':
    case 'tuple':
      return `[${value.items.map(fingerprint).join()}${openPrint(value)}]`;
    case 'set':
      return `<${value.items.map(fingerprint).sort(byCodePoint).join()}${openPrint(value)}>`;
    case 'object':
    case 'map': {
      const entries = [...value.entries].sort(([a], [b]) => byCodePoint(a, b));
      const shown = entries.map(([key, item]) => `${JSON.stringify(key)}:${fingerprint(item)}`);
      const uncertain = [...(value.uncertain ?? [])].sort(byCodePoint).join();
      return `{${shown.join()}${openPrint(value)}?${uncertain}}`;
    }
    case 'unknown': {
      const reference = value.reference && `${value.reference.address}.${value.reference.attribute}`;
      // The same attribute of the same instance is one value, however the expression leads to it.
      if (reference !== undefined && !reference.includes('[*]'))
        return `unknown${JSON.stringify([reference, value.question])}`;
      const origin = written(value);
      const parts = [...(value.candidates ?? []), ...(value.fallback === undefined ? [] : [value.fallback])];
      const rest = [
        value.reason,
        value.detail,
        value.question,
        reference,
        value.prefix,
        value.minimum?.toFixed(),
        ...origin,
      ];
      return `unknown${JSON.stringify(rest)}(${parts.map(fingerprint).join()})`;
    }
  }
}

/** The same for the unknown rest of a collection. */
export function restPrint(rest: Unknownness | undefined): string {
  return rest === undefined ? '' : `...${rest.reason}:${rest.detail ?? ''}:${rest.question ?? ''}`;
}

/** What may be in a collection besides its known parts: the same with the expressions that decide it. */
export function openPrint(value: SequenceValue | ObjectValue): string {
  const isCertain = value.rest === undefined && !('uncertain' in value && value.uncertain !== undefined);
  return isCertain ? '' : restPrint(value.rest) + JSON.stringify(written(value));
}

/** The expressions that a value comes from. */
function written({ origin }: Value): readonly string[] {
  return origin.map(({ source, start, end }) => normal(source.text.slice(start, end)));
}

/** Layout is no difference. */
function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
