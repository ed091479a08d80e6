/**
 * A test for a glob over a text that is no path, such as the value of a tag: `*` is any text, `/` and line breaks
 * included, and everything else is itself. Each part is searched once, so hostile patterns cannot make it slow.
 */
export function textMatches(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= end;
}

/** The same glob as an anchored regular expression in the syntax of RE2, for the policy engine. */
export function textPattern(pattern: string): string {
  const parts = pattern.split('*').map((part) => part.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'));
  return `\\A(?s:${parts.join('.*')})\\z`;
}
