/** Character codes that the grammar names. */
export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const PERCENT = 0x25;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const BACKSLASH = 0x5c;
export const OPEN_BRACE = 0x7b;
export const TILDE = 0x7e;

const START = 1;
const PART = 2;
const asciiClass = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) asciiClass[code] = START | PART;
  else if (/[0-9-]/.test(char)) asciiClass[code] = PART;
}

/** True for `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** True where an identifier can start: Unicode `ID_Start`, or `_` (HCL native syntax, "Identifiers"). */
export function startsIdentifier(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ((asciiClass[code] ?? 0) & START) !== 0;
  return at < text.length && /^\p{ID_Start}/u.test(text.slice(at, at + 2));
}

/** The offset after the identifier characters at `at`: `ID_Continue` and `-`. */
export function identifierEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (((asciiClass[code] ?? 0) & PART) === 0) break;
      end += 1;
    } else {
      const match = /^\p{ID_Continue}/u.exec(text.slice(end, end + 2));
      if (match === null) break;
      end += match[0].length;
    }
  }
  return end;
}

/** True for Unicode `White_Space`, which is not what a JavaScript trim takes: U+0085 in, U+FEFF out. */
export function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === SPACE || (code >= TAB && code <= CR);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The text without white space at its start. */
export function trimStart(text: string): string {
  return text.slice(leadingWhiteSpace(text));
}

/** The text without white space at its end. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** How many UTF-16 units of white space the text starts with. */
export function leadingWhiteSpace(text: string): number {
  let end = 0;
  while (end < text.length && isWhiteSpace(text.charCodeAt(end))) end += 1;
  return end;
}
