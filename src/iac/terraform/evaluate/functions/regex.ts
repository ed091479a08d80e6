import type { Type, Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { ExpressionError } from '../failure.ts';
import { NULL, list, object, text, tuple } from '../make.ts';
import { type Match, type Pattern, allMatches, compilePattern, firstMatch } from '../pattern/pattern.ts';
import { type Arguments, type FunctionTable, stringFunction } from './definition.ts';

/** Regular expressions in RE2 syntax. A pattern without groups gives strings, with groups tuples, with names objects. */
export const REGEX: FunctionTable = {
  regex: stringFunction(['pattern', 'string'], matchType, (args) => {
    const pattern = compilePattern(args.string(0));
    checkNames(pattern);
    const match = firstMatch(pattern, args.string(1));
    if (!match) throw new ExpressionError('the pattern does not match the string');
    return capture(pattern, match, args.string(1));
  }),
  regexall: stringFunction(
    ['pattern', 'string'],
    (args) => ({ list: matchType(args) }),
    (args) => {
      const pattern = compilePattern(args.string(0));
      checkNames(pattern);
      const source = args.string(1);
      return list(
        allMatches(pattern, source).map((match) => capture(pattern, match, source)),
        captureType(pattern),
      );
    },
  ),
};

const NO_TEXT = convert(NULL, 'string');

/** The pattern of the first argument, when it is known. */
function patternOf(args: Arguments): Pattern | undefined {
  const source = args.value(0);
  if (source.kind !== 'string') return undefined;
  const pattern = compilePattern(source.value);
  checkNames(pattern);
  return pattern;
}

/** What one match gives; `any` without a pattern. */
function matchType(args: Arguments): Type {
  const pattern = patternOf(args);
  return pattern ? captureType(pattern) : 'any';
}

function checkNames(pattern: Pattern): void {
  const named = pattern.names.filter((name) => name !== '').length;
  if (named > 0 && named < pattern.names.length) {
    throw new ExpressionError('a pattern must not mix groups with and without names');
  }
}

function capture(pattern: Pattern, match: Match, source: string): Value {
  if (pattern.names.length === 0) return text(source.slice(match.start, match.end));
  const groups = match.groups.map((group) => (group === undefined ? NO_TEXT : text(group)));
  if (pattern.names[0] === '') return tuple(groups);
  return object(new Map(pattern.names.map((name, i) => [name, groups[i] ?? NO_TEXT])));
}

function captureType(pattern: Pattern): Type {
  if (pattern.names.length === 0) return 'string';
  if (pattern.names[0] === '') return { tuple: pattern.names.map(() => 'string' as const) };
  return { object: new Map(pattern.names.map((name) => [name, { type: 'string', optional: false }])) };
}
