import { readBracket } from './bracket.ts';
import { foldCase } from './classes.ts';
import { Cursor, invalid } from './cursor.ts';
import { readEscape } from './escape.ts';
import type { Flags, Matcher, PatternNode } from './tree.ts';

/** A parsed pattern with the names of its groups; an empty name for a group without one. */
export interface ParsedPattern {
  readonly root: PatternNode;
  readonly names: readonly string[];
}

const MAX_DEPTH = 200;
const MAX_REPEAT = 1_000;
const NO_FLAGS: Flags = { ignoreCase: false, multiLine: false, dotAll: false, ungreedy: false };

/** Reads RE2 syntax (github.com/google/re2/wiki/Syntax). Throws an ExpressionError for what RE2 does not take. */
export function parsePattern(source: string): ParsedPattern {
  const reader = new PatternReader(source);
  const root = reader.choice(NO_FLAGS, 0);
  if (!reader.cursor.done) throw invalid('")" has no "("');
  return { root, names: reader.names };
}

class PatternReader {
  readonly cursor: Cursor;
  readonly names: string[] = [];
  /** Flags change for the rest of a group: `a(?i)b`. */
  #flags: Flags = NO_FLAGS;

  constructor(source: string) {
    this.cursor = new Cursor(source);
  }

  choice(flags: Flags, depth: number): PatternNode {
    if (depth > MAX_DEPTH) throw invalid('it nests too deep');
    this.#flags = flags;
    const options = [this.#sequence(depth)];
    while (this.cursor.take('|')) options.push(this.#sequence(depth));
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options };
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (!this.cursor.done && this.cursor.peek() !== '|' && this.cursor.peek() !== ')') {
      if (this.cursor.take('\\Q')) {
        const letters = this.#quoted();
        const last = letters.pop();
        parts.push(...letters, ...(last ? [this.#repeated(last)] : []));
        continue;
      }
      const part = this.#item(depth);
      if (part) parts.push(this.#repeated(part));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts };
  }

  #quoted(): PatternNode[] {
    const end = this.cursor.source.indexOf('\\E', this.cursor.at);
    const stop = end === -1 ? this.cursor.source.length : end;
    const quoted = this.cursor.source.slice(this.cursor.at, stop);
    this.cursor.at = end === -1 ? stop : stop + 2;
    return Array.from(quoted).map((letter) => this.#letter(letter.codePointAt(0) ?? 0));
  }

  #item(depth: number): PatternNode | undefined {
    const letter = this.cursor.next();
    switch (letter) {
      case '(':
        return this.#group(depth);
      case '[':
        return { kind: 'letter', matches: readBracket(this.cursor, this.#flags.ignoreCase) };
      case '.':
        return { kind: 'letter', matches: this.#flags.dotAll ? () => true : (c) => c !== 10 };
      case '^':
        return { kind: 'assert', assertion: this.#flags.multiLine ? 'line-start' : 'text-start' };
      case '$':
        return { kind: 'assert', assertion: this.#flags.multiLine ? 'line-end' : 'text-end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw invalid(`"${letter}" has nothing to repeat`);
      default:
        return this.#letter(letter.codePointAt(0) ?? 0);
    }
  }

  #escape(): PatternNode {
    if (this.cursor.take('A')) return { kind: 'assert', assertion: 'text-start' };
    if (this.cursor.take('z')) return { kind: 'assert', assertion: 'text-end' };
    if (this.cursor.take('b')) return { kind: 'assert', assertion: 'word' };
    if (this.cursor.take('B')) return { kind: 'assert', assertion: 'not-word' };
    const found = readEscape(this.cursor);
    return typeof found === 'number' ? this.#letter(found) : { kind: 'letter', matches: this.#fold(found) };
  }

  #letter(code: number): PatternNode {
    return { kind: 'letter', matches: this.#fold((c) => c === code) };
  }

  #fold(matcher: Matcher): Matcher {
    return this.#flags.ignoreCase ? foldCase(matcher) : matcher;
  }

  #group(depth: number): PatternNode | undefined {
    const outer = this.#flags;
    let index = 0;
    let flags = outer;
    if (this.cursor.take('?')) {
      const named = this.cursor.match(/P?<(\w+)>/y);
      if (named) {
        index = this.#newGroup(named[1] ?? '');
      } else {
        const changed = this.#readFlags();
        flags = changed.flags;
        if (changed.rest) {
          this.#flags = flags;
          return undefined;
        }
      }
    } else {
      index = this.#newGroup('');
    }
    const inner = this.choice(flags, depth + 1);
    if (!this.cursor.take(')')) throw invalid('")" is missing');
    this.#flags = outer;
    return index === 0 ? inner : { kind: 'group', index, inner };
  }

  #newGroup(name: string): number {
    return this.names.push(name);
  }

  /** `(?i)` holds for the rest of the group, `(?i:` for what is in it. */
  #readFlags(): { flags: Flags; rest: boolean } {
    const found = this.cursor.match(/([imsU]*)(?:-([imsU]+))?([):])/y);
    if (!found) throw invalid('look-around and other (?…) groups are not supported');
    const [on = '', off = ''] = [found[1], found[2]];
    const flag = (letter: string, before: boolean): boolean =>
      (before || on.includes(letter)) && !off.includes(letter);
    const flags = {
      ignoreCase: flag('i', this.#flags.ignoreCase),
      multiLine: flag('m', this.#flags.multiLine),
      dotAll: flag('s', this.#flags.dotAll),
      ungreedy: flag('U', this.#flags.ungreedy),
    };
    return { flags, rest: found[3] === ')' };
  }

  #repeated(inner: PatternNode): PatternNode {
    const found = this.cursor.match(/(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})(\?)?/y);
    if (!found) return inner;
    const [, sign, low, comma, high, lazy] = found as (string | undefined)[];
    const least = sign === undefined ? Number(low) : sign === '+' ? 1 : 0;
    const upper = high === undefined ? (comma === undefined ? least : Infinity) : Number(high);
    const most = sign === undefined ? upper : sign === '?' ? 1 : Infinity;
    if (least > MAX_REPEAT || (most !== Infinity && most > MAX_REPEAT) || most < least) {
      throw invalid('a repeat count is wrong or above 1000');
    }
    if (this.cursor.match(/[*+?]|\{\d{1,4}(?:,\d{0,4})?\}/y)) throw invalid('a repetition is repeated');
    return { kind: 'repeat', inner, least, most, greedy: (lazy === undefined) !== this.#flags.ungreedy };
  }
}
