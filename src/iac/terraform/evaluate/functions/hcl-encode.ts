import type { ObjectValue, Value } from '../../../../model/value.ts';
import { sortedEntries } from '../canonical.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { toJson } from '../json.ts';
import { MAX_STRING } from '../limits.ts';
import { numberText } from '../numbers.ts';
import { graphemes } from './graphemes.ts';

const IDENTIFIER = /^[\p{ID_Start}][\p{ID_Continue}-]*$/u;
const MAX_DEPTH = 200;

/** The value as an expression, laid out as hclwrite does: objects over lines, the signs of one-line attributes aligned. */
export function expressionText(value: Value): string {
  return bounded(indent(lines(value, 0)).join('\n'));
}

/** The attributes as a file of variable values. Names that are no identifiers are an error. */
export function valuesText(value: ObjectValue): string {
  const rows = sortedEntries(value.entries).map(([name, entry]) => {
    if (!IDENTIFIER.test(name))
      throw new ExpressionError('the name of an attribute is no name of a variable');
    return [name, lines(entry, 0)] as const;
  });
  const all = indent(assignments(rows));
  return all.length === 0 ? '' : bounded(`${all.join('\n')}\n`);
}

function bounded(source: string): string {
  if (source.length > MAX_STRING)
    throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
  return source;
}

function lines(value: Value, depth: number): string[] {
  if (depth > MAX_DEPTH) throw new LimitError(`a value nests deeper than ${MAX_DEPTH} levels`);
  if ('items' in value) return listLines(value.items.map((item) => lines(item, depth + 1)));
  if ('entries' in value) {
    if (value.entries.size === 0) return ['{}'];
    const rows = sortedEntries(value.entries).map(
      ([name, entry]) => [IDENTIFIER.test(name) ? name : quote(name), lines(entry, depth + 1)] as const,
    );
    return ['{', ...assignments(rows), '}'];
  }
  if (value.kind === 'string') return [quote(value.value)];
  return [value.kind === 'number' ? numberText(value.value) : toJson(value)];
}

/** Items follow each other on the line where the one before ends. */
function listLines(items: readonly (readonly string[])[]): string[] {
  const result = ['['];
  items.forEach((item, i) => {
    const [first = '', ...others] = item;
    result.push(`${result.pop() ?? ''}${i > 0 ? ', ' : ''}${first}`, ...others);
  });
  result.push(`${result.pop() ?? ''}]`);
  return result;
}

/** `name = value`; the signs of neighbours that take one line stand below each other. */
function assignments(rows: readonly (readonly [string, readonly string[]])[]): string[] {
  const widths = rows.map(([name, value]) => (value.length === 1 ? graphemes(name).length : undefined));
  const columns = alignedWidths(widths);
  return rows.flatMap(([name, [first = '', ...others]], i) => {
    const padding = (columns[i] ?? 0) - (widths[i] ?? 0);
    return [`${name}${' '.repeat(padding)} = ${first}`, ...others];
  });
}

/** For each width the largest one of the run without gaps that it stands in. */
function alignedWidths(widths: readonly (number | undefined)[]): number[] {
  const result: number[] = [];
  for (let start = 0; start < widths.length; start = result.length) {
    let most = 0;
    let end = start;
    for (; end < widths.length && widths[end] !== undefined; end++) most = Math.max(most, widths[end] ?? 0);
    for (let i = start; i < Math.max(end, start + 1); i++) result.push(most);
  }
  return result;
}

/** Two spaces for each line that opened more brackets than it closed, until as many are closed (hclwrite, format.go). */
function indent(source: readonly string[]): string[] {
  const open: number[] = [];
  return source.map((line) => {
    const net = brackets(line);
    if (net > 0) {
      open.push(net);
      return ' '.repeat(2 * (open.length - 1)) + line;
    }
    for (let closed = -net; closed > 0 && open.length > 0;) {
      const last = open.pop() ?? 0;
      if (closed < last) open.push(last - closed);
      closed -= Math.min(closed, last);
    }
    return ' '.repeat(2 * open.length) + line;
  });
}

/** Brackets outside of strings: opened ones less closed ones. */
function brackets(line: string): number {
  let net = 0;
  for (const [bracket] of line.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    net += bracket === '[' || bracket === '{' ? 1 : -1;
  }
  return net;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

/** A quoted string. Letters that cannot be printed are escaped by their number, `${` and `%{` by doubling. */
function quote(source: string): string {
  const escaped = source.replace(/["\\\n\r\t]/g, (letter) => ESCAPES[letter] ?? letter);
  const shown = escaped.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `"${shown.replace(/[$%]\{/g, (mark) => mark.charAt(0) + mark)}"`;
}
