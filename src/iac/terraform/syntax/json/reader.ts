import type { DocumentNode, MappingEntry } from '../../../../model/node.ts';
import type { SourceText } from '../../../../model/source.ts';
import { MAX_DEPTH, MAX_VALUES } from '../limits.ts';

/** The first thing that is wrong with a JSON text. */
interface JsonProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** A JSON document with the place of every node; `root` holds what could be read before the problem. */
export interface JsonDocument {
  readonly root: DocumentNode | undefined;
  readonly problem: JsonProblem | undefined;
}

/**
 * Reads JSON (RFC 8259) with places; repeated property names are kept, in order, and numbers keep their
 * digits in `text`. After an error the root and its direct properties keep what was complete, and deeper
 * containers that have no end are left out: half of one could pass for the whole.
 */
export function readJson(source: SourceText): JsonDocument {
  const reader = new JsonReader(source);
  const root = reader.document();
  return { root: root ?? undefined, problem: reader.problem };
}

/** A number (RFC 8259, section 6), or what could be `true`, `false` or `null`. */
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|[a-z]+/y;

class JsonReader {
  readonly source: SourceText;
  readonly text: string;
  at = 0;
  problem: JsonProblem | undefined;
  #values = 0;

  constructor(source: SourceText) {
    this.source = source;
    this.text = source.text;
  }

  document(): DocumentNode | null {
    if (this.text.startsWith('\uFEFF')) this.at = 1;
    const root = this.value(0);
    this.space();
    if (this.problem === undefined && this.at < this.text.length) this.expected('the end of the file');
    return root;
  }

  value(depth: number): DocumentNode | null {
    this.space();
    const start = this.at;
    const char = this.text.charAt(start);
    this.#values += 1;
    if (this.#values > MAX_VALUES) return this.wrong(`More than ${MAX_VALUES} values are not read`);
    if (depth > MAX_DEPTH) return this.wrong(`Values nested more than ${MAX_DEPTH} levels deep are not read`);
    if (char === '{') return this.mapping(depth);
    if (char === '[') return this.sequence(depth);
    if (char === '"') {
      const value = this.string();
      return value === null ? null : this.scalar(value, start);
    }
    return this.word(start);
  }

  mapping(depth: number): DocumentNode | null {
    const start = this.at;
    const entries: MappingEntry[] = [];
    const complete = this.members('}', () => {
      const keyStart = this.at;
      if (this.text.charAt(keyStart) !== '"') return this.expected('a property name in double quotes');
      const key = this.string();
      if (key === null) return null;
      const keySpan = { source: this.source, start: keyStart, end: this.at };
      this.space();
      if (this.text.charAt(this.at) !== ':') return this.expected('":" after the property name');
      this.at += 1;
      const value = this.value(depth + 1);
      if (value === null) return null;
      entries.push({ key, keySpan, value });
      return true;
    });
    if (!complete && depth > 1) return null;
    return { kind: 'mapping', entries, span: this.span(start) };
  }

  sequence(depth: number): DocumentNode | null {
    const start = this.at;
    const items: DocumentNode[] = [];
    const complete = this.members(']', () => {
      const value = this.value(depth + 1);
      if (value === null) return null;
      items.push(value);
      return true;
    });
    if (!complete && depth > 1) return null;
    return { kind: 'sequence', items, span: this.span(start) };
  }

  /** Members between commas, from the opening bracket to the closing one; false after a problem. */
  members(closer: '}' | ']', member: () => true | null): boolean {
    this.at += 1;
    this.space();
    if (this.text.charAt(this.at) === closer) {
      this.at += 1;
      return true;
    }
    for (;;) {
      this.space();
      if (member() === null || this.problem !== undefined) return false;
      this.space();
      const char = this.text.charAt(this.at);
      if (char !== closer && char !== ',') {
        this.expected(`"," or "${closer}"`);
        return false;
      }
      this.at += 1;
      if (char === closer) return true;
    }
  }

  /** The string at the current offset, decoded. */
  string(): string | null {
    const start = this.at;
    let end = start + 1;
    for (;;) {
      const code = this.text.charCodeAt(end);
      if (code === 0x22) break;
      if (!(code >= 0x20)) {
        this.at = Math.min(end, this.text.length);
        return this.expected('a closing quote');
      }
      end += code === 0x5c ? 2 : 1;
    }
    this.at = end + 1;
    const raw = this.text.slice(start + 1, end);
    if (!raw.includes('\\')) return raw;
    try {
      return (JSON.parse(`"${raw}"`) as string).toWellFormed();
    } catch {
      this.at = start;
      return this.wrong('This string has a backslash sequence that JSON does not know');
    }
  }

  word(start: number): DocumentNode | null {
    WORD.lastIndex = start;
    const literal = WORD.exec(this.text)?.[0];
    const value = literal === undefined ? undefined : wordValue(literal);
    if (literal === undefined || value === undefined) return this.expected('a JSON value');
    this.at = start + literal.length;
    return this.scalar(value, start);
  }

  scalar(value: string | number | boolean | null, start: number): DocumentNode {
    return { kind: 'scalar', value, text: this.text.slice(start, this.at), span: this.span(start) };
  }

  span(start: number): DocumentNode['span'] {
    return { source: this.source, start, end: this.at };
  }

  space(): void {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
    }
  }

  expected(what: string): null {
    const found = this.at < this.text.length ? 'something else' : 'the end of the file';
    return this.wrong(`Expected ${what}, found ${found}`);
  }

  wrong(message: string): null {
    const end = Math.min(this.at + 1, this.text.length);
    this.problem ??= { message, start: this.at, end };
    return null;
  }
}

function wordValue(word: string): number | boolean | null | undefined {
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  return /^[a-z]/.test(word) ? undefined : Number(word);
}
