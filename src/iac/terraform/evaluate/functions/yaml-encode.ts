import type { Value } from '../../../../model/value.ts';
import { sortedEntries } from '../canonical.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { MAX_STRING } from '../limits.ts';
import { numberText } from '../numbers.ts';

/** YAML as Terraform writes it: block style, keys and strings in double quotes, texts of several lines as literal blocks. */
export function encodeYaml(value: Value): string {
  const lines: string[] = [];
  // A document that is one plain scalar ends with a mark, because more text could continue it.
  if (isPlain(value)) lines.push(inline(value, 0, 0), '...');
  else if (isEmptyOrScalar(value)) lines.push(inline(value, 0, 0));
  else block(value, 0, '', lines);
  const result = lines.join('\n') + '\n';
  if (result.length > MAX_STRING)
    throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
  return result;
}

function isPlain(value: Value): boolean {
  return value.kind === 'null' || value.kind === 'bool' || value.kind === 'number';
}

function isEmptyOrScalar(value: Value): boolean {
  if ('items' in value) return value.items.length === 0;
  return 'entries' in value ? value.entries.size === 0 : true;
}

/** Writes a collection; `start` is what stands before its first line, such as `"- "`. */
function block(value: Value, indent: number, start: string, lines: string[]): void {
  const pad = ' '.repeat(indent);
  let before = start;
  const write = (mark: string, part: Value, deeper: number, sameLine: boolean): void => {
    const head = before === '' ? pad + mark : before + mark;
    before = '';
    if (isEmptyOrScalar(part)) lines.push(`${head} ${inline(part, deeper, head.length + 1)}`);
    else if (sameLine) block(part, deeper, `${head} `, lines);
    else {
      lines.push(head);
      block(part, deeper, '', lines);
    }
  };
  if ('items' in value) for (const item of value.items) write('-', item, indent + 2, true);
  else if ('entries' in value) {
    for (const [key, entry] of sortedEntries(value.entries)) {
      // A list below a key stands at the same indent as the key.
      write(`${quote(key)}:`, entry, 'items' in entry ? indent : indent + 2, false);
    }
  }
}

function inline(value: Value, indent: number, column: number): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return numberText(value.value);
    case 'string':
      return scalar(value.value, Math.max(indent, 2), column);
    case 'unknown':
      throw new ExpressionError('a value that is not known cannot be written as YAML');
    default:
      return 'items' in value ? '[]' : '{}';
  }
}

// Tabs, spaces before a line end and letters beyond the Basic Multilingual Plane ask for quotes.
const LITERAL = /^[\x20-\x7e\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd\n]*$/;

function scalar(source: string, indent: number, column: number): string {
  const literal = source.includes('\n') && LITERAL.test(source) && !/ \n| $/.test(source);
  if (!literal) return fold(quote(source), indent, column);
  const pad = ' '.repeat(indent);
  const leading = /^[ \n]/.test(source) ? '2' : '';
  const chomp = source === '\n' || source.endsWith('\n\n') ? '+' : source.endsWith('\n') ? '' : '-';
  const body = source.replace(/\n$/, '').split('\n');
  return `|${leading}${chomp}\n` + body.map((line) => (line === '' ? '' : pad + line)).join('\n');
}

const WIDTH = 80;

/** The quoted text over lines: a break for the first of some spaces that lies behind the width (go-yaml, emitterc.go). */
function fold(quoted: string, indent: number, start: number): string {
  if (start + quoted.length <= WIDTH) return quoted;
  let result = '';
  let column = start;
  let afterSpace = false;
  const letters = Array.from(quoted);
  letters.forEach((letter, i) => {
    const isInside = i > 1 && i < letters.length - 2;
    if (letter === ' ' && !afterSpace && column > WIDTH && isInside) {
      const mark = letters[i + 1] === ' ' ? '\\' : '';
      result += `\n${' '.repeat(indent)}${mark}`;
      column = indent + mark.length;
    } else {
      result += letter;
      column++;
    }
    afterSpace = letter === ' ';
  });
  return result;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\v': '\\v',
  '\f': '\\f',
  '\x1b': '\\e',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

// What must be escaped in double quotes is just what this lists.
// eslint-disable-next-line no-control-regex
const SPECIAL = /["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|[\u{10000}-\u{10ffff}]/gu;

function quote(source: string): string {
  const escaped = source.replace(SPECIAL, (letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase();
    if (code.length > 4) return `\\U${code.padStart(8, '0')}`;
    return (
      ESCAPES[letter] ?? (code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`)
    );
  });
  return `"${escaped}"`;
}
