const QUOTE = 0x22;
const ESCAPE = 0x5c;
const DEEPEST = 100;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Where a value lies, without the quotes of a text. */
export interface JsonValue {
  kind: 'text' | 'number' | 'literal' | 'nested';
  start: number;
  end: number;
  /** Whether a text has escapes. */
  isEscaped: boolean;
}

/**
 * Steps through the members of one JSON object (RFC 8259) that lies in bytes, without making objects of it. What is between the
 * brackets of nested values is only looked at as far as their end is concerned.
 */
export class JsonObjectReader {
  readonly key: JsonValue = { kind: 'text', start: 0, end: 0, isEscaped: false };
  readonly value: JsonValue = { kind: 'text', start: 0, end: 0, isEscaped: false };
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #end = 0;
  #isFirst = true;

  /** Begins with the object of a line. False when there is none. */
  begin(bytes: Buffer, start: number, end: number): boolean {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#isFirst = true;
    return this.#takes(0x7b);
  }

  /** Goes to the next member: `member`, or `end` when the object and the line end here; `broken` for what is no JSON. */
  next(): 'member' | 'end' | 'broken' {
    if (this.#takes(0x7d)) return this.#peek() === undefined ? 'end' : 'broken';
    if (!this.#isFirst && !this.#takes(0x2c)) return 'broken';
    this.#isFirst = false;
    if (this.#peek() !== QUOTE || !this.#text(this.key) || !this.#takes(0x3a)) return 'broken';
    return this.#readValue() ? 'member' : 'broken';
  }

  /** The value as a text. Undefined for escapes that are none, and for a number that is none. */
  textOf(value: JsonValue): string | undefined {
    if (!value.isEscaped) return this.#bytes.toString('utf8', value.start, value.end);
    try {
      return JSON.parse(this.#bytes.toString('utf8', value.start - 1, value.end + 1)) as string;
    } catch {
      return undefined;
    }
  }

  #readValue(): boolean {
    const byte = this.#peek();
    if (byte === QUOTE) {
      this.value.kind = 'text';
      return this.#text(this.value);
    }
    this.value.isEscaped = false;
    this.value.start = this.#at;
    const isNested = byte === 0x7b || byte === 0x5b;
    const isWhole = isNested ? this.#nested() : this.#word();
    this.value.end = this.#at;
    if (isNested) this.value.kind = 'nested';
    return isWhole;
  }

  #word(): boolean {
    const start = this.#at;
    while (this.#at < this.#end && !isDelimiter(this.#bytes[this.#at] ?? 0)) this.#at++;
    const word = this.#bytes.toString('latin1', start, this.#at);
    this.value.kind = NUMBER.test(word) ? 'number' : 'literal';
    return this.value.kind === 'number' || word === 'true' || word === 'false' || word === 'null';
  }

  #text(into: JsonValue): boolean {
    into.isEscaped = false;
    into.start = ++this.#at;
    for (; this.#at < this.#end; this.#at++) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === QUOTE) {
        into.end = this.#at++;
        return true;
      }
      if (byte < 0x20) return false;
      if (byte !== ESCAPE) continue;
      into.isEscaped = true;
      this.#at++;
    }
    return false;
  }

  #nested(): boolean {
    let depth = 0;
    while (this.#at < this.#end) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === QUOTE) {
        if (!this.#text({ ...this.key })) return false;
        continue;
      }
      this.#at++;
      if (byte === 0x7b || byte === 0x5b) depth++;
      else if (byte === 0x7d || byte === 0x5d) depth--;
      if (depth === 0) return true;
      if (depth > DEEPEST) return false;
    }
    return false;
  }

  /** The next byte that is no space; undefined at the end. */
  #peek(): number | undefined {
    while (this.#at < this.#end && isSpace(this.#bytes[this.#at] ?? 0)) this.#at++;
    return this.#at < this.#end ? this.#bytes[this.#at] : undefined;
  }

  #takes(byte: number): boolean {
    if (this.#peek() !== byte) return false;
    this.#at++;
    return true;
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

function isDelimiter(byte: number): boolean {
  return byte === 0x2c || byte === 0x7d || isSpace(byte);
}
