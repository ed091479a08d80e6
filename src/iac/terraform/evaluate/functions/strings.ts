import type { Value } from '../../../../model/value.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { bool, list, text } from '../make.ts';
import { MAX_STRING } from '../limits.ts';
import { type Arguments, type FunctionTable, parameter, stringFunction } from './definition.ts';
import { capitalize, lower, upper } from './letter-case.ts';
import { graphemes } from './graphemes.ts';
import { replaceAll } from './replace.ts';

// What Go calls white space, which is not what JavaScript trims.
const SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING_SPACE = new RegExp(`^${SPACE}+`);

/** Functions on text. Lengths and positions count grapheme clusters; letters follow Go's one-to-one case tables. */
export const STRINGS: FunctionTable = {
  upper: stringFunction(['str'], 'string', (args) => text(upper(args.string(0)))),
  lower: stringFunction(['str'], 'string', (args) => text(lower(args.string(0)))),
  title: stringFunction(['str'], 'string', (args) => text(capitalize(args.string(0)))),
  trimspace: stringFunction(['str'], 'string', (args) => text(trimSpace(args.string(0)))),
  trim: stringFunction(['str', 'cutset'], 'string', (args) => text(trimSet(args.string(0), args.string(1)))),
  trimprefix: stringFunction(['str', 'prefix'], 'string', (args) => {
    const [source, prefix] = [args.string(0), args.string(1)];
    return text(source.startsWith(prefix) ? source.slice(prefix.length) : source);
  }),
  trimsuffix: stringFunction(['str', 'suffix'], 'string', (args) => {
    const [source, suffix] = [args.string(0), args.string(1)];
    return text(source.endsWith(suffix) ? source.slice(0, source.length - suffix.length) : source);
  }),
  chomp: stringFunction(['str'], 'string', (args) => text(chomp(args.string(0)))),
  strrev: stringFunction(['str'], 'string', (args) => text(graphemes(args.string(0)).reverse().join(''))),
  startswith: {
    parameters: [{ name: 'str', type: 'string', accepts: 'anything' }, parameter('prefix', 'string')],
    returns: 'bool',
    call: startsWith,
  },
  endswith: stringFunction(['str', 'suffix'], 'bool', (args) =>
    bool(args.string(0).endsWith(args.string(1))),
  ),
  strcontains: stringFunction(['str', 'substr'], 'bool', (args) =>
    bool(args.string(0).includes(args.string(1))),
  ),
  split: stringFunction(['separator', 'str'], { list: 'string' }, (args) => {
    const [separator, source] = [args.string(0), args.string(1)];
    const parts = separator === '' ? Array.from(source) : source.split(separator);
    return list(
      parts.map((part) => text(part)),
      'string',
    );
  }),
  join: {
    parameters: [parameter('separator', 'string')],
    variadic: parameter('lists', { list: 'string' }),
    returns: 'string',
    call: join,
  },
  replace: stringFunction(['str', 'substr', 'replace'], 'string', (args) =>
    text(replaceAll(args.string(0), args.string(1), args.string(2))),
  ),
  substr: {
    parameters: [parameter('str', 'string'), parameter('offset', 'number'), parameter('length', 'number')],
    returns: 'string',
    call: (args) => text(substring(args.string(0), args.integer(1), args.integer(2))),
  },
  indent: {
    parameters: [parameter('spaces', 'number'), parameter('str', 'string')],
    returns: 'string',
    call: indent,
  },
};

function trimSpace(source: string): string {
  const start = LEADING_SPACE.exec(source)?.[0].length ?? 0;
  let end = source.length;
  while (end > start && LEADING_SPACE.test(source.charAt(end - 1))) end--;
  return source.slice(start, end);
}

function trimSet(source: string, cutset: string): string {
  const cut = new Set(cutset);
  const letters = Array.from(source);
  let start = 0;
  let end = letters.length;
  while (start < end && cut.has(letters[start] ?? '')) start++;
  while (end > start && cut.has(letters[end - 1] ?? '')) end--;
  return letters.slice(start, end).join('');
}

function chomp(source: string): string {
  let end = source.length;
  while (end > 0 && (source[end - 1] === '\n' || source[end - 1] === '\r')) end--;
  return source.slice(0, end);
}

/** An unknown string is decided by its known beginning. */
function startsWith(args: Arguments): Value {
  const [source, prefix] = [args.value(0), args.string(1)];
  if (source.kind === 'string') return bool(source.value.startsWith(prefix));
  if (source.kind !== 'unknown') return bool(false);
  const beginning = source.prefix ?? '';
  if (beginning.startsWith(prefix)) return bool(true);
  if (!prefix.startsWith(beginning)) return bool(false);
  const { reason, detail, candidates } = source;
  if (candidates) {
    const answers = candidates.map(
      (candidate) => candidate.kind === 'string' && candidate.value.startsWith(prefix),
    );
    if (new Set(answers).size === 1) return bool(answers[0] ?? false);
  }
  return { kind: 'unknown', reason, type: 'bool', origin: [], ...(detail !== undefined && { detail }) };
}

function join(args: Arguments): Value {
  if (args.values.length < 2) throw new ExpressionError('at least one list is required');
  const parts = args.values.slice(1).flatMap((_, i) => args.strings(i + 1));
  const separator = args.string(0);
  const length = parts.reduce((sum, part) => sum + part.length, separator.length * parts.length);
  if (length > MAX_STRING) throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
  return text(parts.join(separator));
}

/** A negative offset counts from the end; a negative length means up to the end. */
function substring(source: string, offset: number, length: number): string {
  const letters = graphemes(source);
  const start = offset < 0 ? Math.max(letters.length + offset, 0) : offset;
  return letters.slice(start, length < 0 ? undefined : start + length).join('');
}

function indent(args: Arguments): Value {
  const spaces = args.integer(0);
  if (spaces < 0) throw new ExpressionError('"spaces" must not be negative');
  const lines = args.string(1).split('\n');
  if (spaces * lines.length > MAX_STRING)
    throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
  return text(lines.join('\n' + ' '.repeat(spaces)));
}
