/** Characters that JSON allows and terminals or editors obey: written as escapes, the value is the same. */
const HIDDEN = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Indented JSON, ending in a newline, whose bytes are safe to print anywhere. */
export function safeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(HIDDEN, (character) =>
    Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
  return `${text}\n`;
}
