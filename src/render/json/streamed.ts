import { escapeHidden } from '../../lib/hidden.ts';
import { plainJson } from './plain.ts';
import { safeJson } from './safe.ts';

/**
 * The same bytes as `safeJson` of an object whose last key holds a list, in pieces of one item each: all items together may be longer
 * than a text can be.
 */
export function* streamedJson(head: object, key: string, items: Iterable<object>): Generator<string> {
  yield safeJson(head).replace(/\n\}\n$/, `,\n  ${JSON.stringify(key)}: [`);
  let isFirst = true;
  for (const item of items) {
    const text = escapeHidden(JSON.stringify(plainJson(item), null, 2)).replaceAll('\n', '\n    ');
    yield `${isFirst ? '' : ','}\n    ${text}`;
    isFirst = false;
  }
  yield isFirst ? ']\n}\n' : '\n  ]\n}\n';
}
