import type { Comment } from './ast.ts';
import {
  CR,
  DOT,
  HASH,
  LF,
  MINUS,
  PLUS,
  SLASH,
  SPACE,
  STAR,
  TAB,
  identifierEnd,
  isDigit,
  startsIdentifier,
} from './characters.ts';
import type { TokenKind } from './token.ts';

/**
 * Finds one token at a time and keeps no list of them: the current token is `kind`, `start`, `end`.
 * Newlines are tokens only while `newlines` is set; it is looked at when the next token is searched.
 */
export class Scanner {
  readonly text: string;
  kind: TokenKind = 'end';
  start = 0;
  end = 0;
  /** End of the token before the current one. */
  previousEnd = 0;
  newlines = true;
  readonly comments: Comment[] = [];
  #commentsEnd = 0;
  #lastCommentCloser: number | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Makes the token after the current one the current one. */
  next(): void {
    this.previousEnd = this.end;
    const { text } = this;
    const { length } = text;
    let at = this.end;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code === SPACE || code === TAB) {
        at += 1;
      } else if (code === LF || (code === CR && text.charCodeAt(at + 1) === LF)) {
        const end = code === LF ? at + 1 : at + 2;
        if (this.newlines) {
          this.#set('newline', at, end);
          return;
        }
        at = end;
      } else if (code === HASH || (code === SLASH && text.charCodeAt(at + 1) === SLASH)) {
        at = this.#lineComment(at);
      } else if (code === SLASH && text.charCodeAt(at + 1) === STAR && this.#isClosed(at)) {
        at = this.#inlineComment(at);
      } else {
        this.#token(code, at);
        return;
      }
    }
    this.#set('end', length, length);
  }

  /** True when the current token is of this kind. */
  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  /** Passes the current token when it is of this kind. */
  accept(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  /** Continues at an offset: the token found there becomes the current one. */
  seek(offset: number): void {
    this.end = offset;
    this.next();
  }

  /** The text of the current token. */
  tokenText(): string {
    return this.text.slice(this.start, this.end);
  }

  /** True when the current token is this word. Keywords are words that mean something in their place only. */
  isWord(word: string): boolean {
    return (
      this.kind === 'identifier' &&
      this.end - this.start === word.length &&
      this.text.startsWith(word, this.start)
    );
  }

  #set(kind: TokenKind, start: number, end: number): void {
    this.kind = kind;
    this.start = start;
    this.end = end;
  }

  #token(code: number, at: number): void {
    const { text } = this;
    if (startsIdentifier(text, at)) this.#set('identifier', at, identifierEnd(text, at));
    else if (isDigit(code)) this.#set('number', at, numberEnd(text, at));
    else this.#punctuation(code, at);
  }

  #punctuation(code: number, at: number): void {
    const kind = punctuation(this.text, code, at);
    if (kind === '<' && this.text.charCodeAt(at + 1) === 0x3c) {
      const end = heredocOpenerEnd(this.text, at);
      if (end !== undefined) {
        this.#set('heredoc', at, end);
        return;
      }
    }
    this.#set(kind, at, at + tokenLength(this.text, kind, at));
  }

  /** `#` or `//` to the end of the line; the line end itself is not part of it. */
  #lineComment(at: number): number {
    const lineEnd = this.text.indexOf('\n', at);
    let end = lineEnd === -1 ? this.text.length : lineEnd;
    if (lineEnd !== -1 && this.text.charCodeAt(end - 1) === CR) end -= 1;
    this.#keep(at, end);
    return end;
  }

  #inlineComment(at: number): number {
    const end = this.text.indexOf('*/', at + 2) + 2;
    this.#keep(at, end);
    return end;
  }

  /** Whether a comment that is opened here is closed somewhere; where not, the slash is an error. */
  #isClosed(at: number): boolean {
    this.#lastCommentCloser ??= this.text.lastIndexOf('*/');
    return this.#lastCommentCloser >= at + 2;
  }

  /** A comment may be passed twice after an error; it is kept once. */
  #keep(start: number, end: number): void {
    if (start < this.#commentsEnd) return;
    this.#commentsEnd = end;
    this.comments.push({ start, end, text: this.text.slice(start, end) });
  }
}

/** Digits with dots and exponents, not ending in a dot: `1.5.2` is one token, and not a number. */
function numberEnd(text: string, start: number): number {
  let at = start + 1;
  let end = at;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      at += 1;
    } else if (code === DOT) {
      at += 1;
      continue;
    } else if (code === 0x65 || code === 0x45) {
      const sign = text.charCodeAt(at + 1);
      const digit = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
      if (!isDigit(text.charCodeAt(digit))) break;
      at = digit + 1;
    } else {
      break;
    }
    end = at;
  }
  return end;
}

/** The offset after `<<TAG` or `<<-TAG` and its line end; undefined when it is not that. */
function heredocOpenerEnd(text: string, start: number): number | undefined {
  const tag = text.charCodeAt(start + 2) === MINUS ? start + 3 : start + 2;
  if (!startsIdentifier(text, tag)) return undefined;
  let end = identifierEnd(text, tag);
  if (text.charCodeAt(end) === CR) end += 1;
  return text.charCodeAt(end) === LF ? end + 1 : undefined;
}

function punctuation(text: string, code: number, at: number): TokenKind {
  const following = text.charCodeAt(at + 1);
  switch (code) {
    case 0x22:
      return 'quote';
    case 0x7b:
      return '{';
    case 0x7d:
      return '}';
    case 0x5b:
      return '[';
    case 0x5d:
      return ']';
    case 0x28:
      return '(';
    case 0x29:
      return ')';
    case 0x2c:
      return ',';
    case 0x2e:
      return following === DOT && text.charCodeAt(at + 2) === DOT ? '...' : '.';
    case 0x3d:
      return following === 0x3d ? '==' : following === 0x3e ? '=>' : '=';
    case 0x3a:
      return following === 0x3a ? '::' : ':';
    case 0x3f:
      return '?';
    default:
      return operator(code, following);
  }
}

function operator(code: number, following: number): TokenKind {
  switch (code) {
    case 0x21:
      return following === 0x3d ? '!=' : '!';
    case 0x3c:
      return following === 0x3d ? '<=' : '<';
    case 0x3e:
      return following === 0x3d ? '>=' : '>';
    case 0x26:
      return following === 0x26 ? '&&' : 'invalid';
    case 0x7c:
      return following === 0x7c ? '||' : 'invalid';
    case 0x7e:
      return following === 0x7d ? '~}' : 'invalid';
    case 0x2b:
      return '+';
    case 0x2d:
      return '-';
    case 0x2a:
      return '*';
    case 0x2f:
      return '/';
    case 0x25:
      return '%';
    default:
      return 'invalid';
  }
}

/** Punctuation is as long as its name; anything else is one character, which may be a surrogate pair. */
function tokenLength(text: string, kind: TokenKind, at: number): number {
  if (kind === 'quote') return 1;
  if (kind !== 'invalid') return kind.length;
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
