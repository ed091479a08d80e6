/** Characters that terminals or editors obey, such as those that turn the direction of writing or end a line. */
const HIDDEN = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text in double quotes, as JSON and YAML read it, in which everything that is not shown is written as an escape. */
export function quoted(text: string): string {
  return escapeHidden(JSON.stringify(text));
}

/** JSON with its hidden characters as `\u` escapes: they stand in texts only, whose value is the same. */
export function escapeHidden(json: string): string {
  return json.replace(HIDDEN, (character) =>
    Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
