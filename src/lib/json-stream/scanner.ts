import { Capture } from './capture.ts';

/** How the value of a key of the outermost object is handed out: item by item of an array, as one, or not at all. */
export type Taking = 'items' | 'whole' | 'skip';

/** Who listens to a scan. */
export interface JsonListener {
  /** What to do with the value of a key; asked once for each key, before its value. */
  take(key: string): Taking;
  /** The bytes of a value, or of one item of it, with white space around it. They hold until the call returns. */
  found(key: string, bytes: Uint8Array): void;
}

/** What can be wrong with a text: more than this the scan does not look at; the parts are for `JSON.parse`. */
export type JsonProblem = 'no object' | 'truncated' | 'text after it' | 'too deep' | 'too large';

/** A text that is no JSON object, found while scanning. */
export class JsonScanError extends Error {
  readonly problem: JsonProblem;
  /** Where in the text, in bytes from 0. */
  readonly offset: number;

  constructor(problem: JsonProblem, offset: number) {
    super(`${problem} at byte ${offset}`);
    this.problem = problem;
    this.offset = offset;
  }
}

/** Deepest nesting: what is parsed later is walked by functions that call themselves. */
export const MAX_DEPTH = 200;

const [OTHER, BLANK, QUOTE, OPEN, CLOSE, COMMA, COLON] = [0, 1, 2, 3, 4, 5, 6] as const;
const CLASS = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d]) CLASS[byte] = BLANK;
CLASS[0x22] = QUOTE;
CLASS[0x7b] = CLASS[0x5b] = OPEN;
CLASS[0x7d] = CLASS[0x5d] = CLOSE;
CLASS[0x2c] = COMMA;
CLASS[0x3a] = COLON;

const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

/**
 * Cuts the JSON text of one object into the values of its keys without parsing what nobody wants: it follows strings,
 * escapes and depth only (RFC 8259), byte by byte, so that a chunk may end anywhere, also within a character. Feed it with
 * `add`, then call `end`. Throws JsonScanError.
 */
export class JsonScanner {
  readonly #listener: JsonListener;
  readonly #capture = new Capture();
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #awaitsKey = false;
  #isDone = false;
  #key = '';
  #taking: Taking = 'skip';
  /** Bytes before the current chunk. */
  #before = 0;

  constructor(listener: JsonListener) {
    this.#listener = listener;
  }

  /** The next piece of the text. It must not change until the call returns. */
  add(chunk: Uint8Array): void {
    this.#capture.enter(chunk);
    let at = 0;
    while (at < chunk.length) at = this.#inString ? this.#string(chunk, at) : this.#structure(chunk, at);
    this.#capture.leave();
    this.#before += chunk.length;
    if (this.#capture.isTooLarge) throw this.#error('too large', 0);
  }

  /** The text is over. */
  end(): void {
    if (!this.#isDone) throw this.#error(this.#depth === 0 ? 'no object' : 'truncated', 0);
  }

  /** Goes on in a string; the index after it, or the end of the chunk. */
  #string(chunk: Uint8Array, from: number): number {
    let at = from;
    if (this.#isEscaped && at < chunk.length) {
      this.#isEscaped = false;
      at++;
    }
    while (at < chunk.length) {
      const byte = chunk[at++];
      if (byte === 0x22) {
        this.#inString = false;
        if (this.#awaitsKey) this.#endKey(at);
        return at;
      }
      if (byte === BACKSLASH && at++ >= chunk.length) this.#isEscaped = true;
    }
    return chunk.length;
  }

  /** Goes on outside of strings up to the next one; the index after its quote, or the end of the chunk. */
  #structure(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const found = CLASS[chunk[at] ?? 0] ?? OTHER;
      if (found === BLANK || (found === OTHER && this.#depth > 0)) continue;
      if (this.#depth === 0 && (this.#isDone || chunk[at] !== BRACE)) {
        throw this.#error(this.#isDone ? 'text after it' : 'no object', at);
      }
      if (found === QUOTE) {
        this.#inString = true;
        if (this.#awaitsKey) this.#capture.start(at);
        return at + 1;
      }
      if (found === OPEN) this.#open(chunk[at] === BRACKET, at);
      else if (found === CLOSE) this.#close(at);
      else if (found === COMMA) this.#comma(at);
      else if (this.#depth === 1 && this.#taking !== 'skip' && !this.#capture.isOpen)
        this.#capture.start(at + 1);
    }
    return chunk.length;
  }

  #open(isArray: boolean, at: number): void {
    this.#depth++;
    if (this.#depth > MAX_DEPTH) throw this.#error('too deep', at);
    if (this.#depth === 1) this.#awaitsKey = true;
    if (this.#depth === 2 && this.#taking === 'items' && isArray) this.#capture.start(at + 1);
    else if (this.#depth === 2 && this.#taking === 'items') this.#taking = 'whole';
  }

  #close(at: number): void {
    if (this.#depth === 2 && this.#taking === 'items') {
      this.#emit(at);
      this.#taking = 'skip';
    }
    if (this.#depth === 1) {
      this.#emit(at);
      this.#isDone = true;
      this.#awaitsKey = false;
    }
    this.#depth--;
  }

  #comma(at: number): void {
    if (this.#depth === 2 && this.#taking === 'items') {
      this.#emit(at);
      this.#capture.start(at + 1);
    }
    if (this.#depth === 1) {
      this.#emit(at);
      this.#awaitsKey = true;
    }
  }

  #endKey(at: number): void {
    this.#awaitsKey = false;
    this.#key = keyText(this.#capture.end(at));
    this.#taking = this.#listener.take(this.#key);
  }

  /** Hands out what was captured, unless it is white space alone: an empty array has no items. */
  #emit(at: number): void {
    if (this.#taking === 'skip') return;
    const bytes = this.#capture.end(at);
    if (bytes.some((byte) => CLASS[byte] !== BLANK)) this.#listener.found(this.#key, bytes);
  }

  #error(problem: JsonProblem, at: number): JsonScanError {
    return new JsonScanError(problem, this.#before + at);
  }
}

/** The text of a key with its quotes. One with a wrong escape is no key that anybody asks for. */
function keyText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}
