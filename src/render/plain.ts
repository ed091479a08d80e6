/**
 * Characters that draw nothing or change how their neighbours are drawn: controls (ANSI escapes begin with one),
 * bidirectional marks, zero-width characters, lone surrogates, line separators. The two variation selectors
 * of emoji are harmless and stay. See Unicode Technical Report 36 and CVE-2021-42574.
 */
const HIDDEN =
  /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFE\uFFFF]/gu;

/** White space but for U+FEFF, which draws nothing. */
const WHITE = /[^\S\uFEFF]+/g;

/** What most text is: printable ASCII with single spaces inside. Saves the search for the rest. */
const HARMLESS = /^(?:[!-~]+ )*[!-~]+$/;

/** Longest foreign string that is shown, in UTF-16 units. */
const LIMIT = 300;

/**
 * A foreign string as one printable line of at most `limit` UTF-16 units: white space is collapsed, and
 * each hidden character becomes U+FFFD, so that a reader sees that something was there. A cut ends in `…`.
 */
export function plain(text: string, limit: number = LIMIT): string {
  const window = text.slice(0, limit * 4);
  const line = HARMLESS.test(window) ? window : window.replace(WHITE, ' ').replace(HIDDEN, '\uFFFD').trim();
  if (line.length <= limit && window.length === text.length) return line;
  return `${cut(line, limit - 1)}…`;
}

/** The first `length` UTF-16 units, one less where that would split a surrogate pair. */
export function cut(text: string, length: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, Math.max(end, 0));
}

/** What a format made of `text`, with one space where the text began or ended with any: it parts neighbours. */
export function withEdges(text: string, body: string): string {
  if (body === '') return text === '' ? '' : ' ';
  return (/^\s/.test(text) ? ' ' : '') + body + (/\s$/.test(text) ? ' ' : '');
}
