import { ExpressionError } from '../failure.ts';
import { compilePattern, firstMatch } from '../pattern/pattern.ts';

/**
 * Tells whether a path fits a pattern of `fileset`: `*` and `?` within a part, `**` over parts, `{a,b}`, `[a-z]`
 * (github.com/bmatcuk/doublestar).
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const source = glob === '**' ? '.*' : translate(glob);
  const pattern = compilePattern(`\\A(?s:${source})\\z`);
  return (path) => firstMatch(pattern, path) !== undefined;
}

const TOKEN = /(?<=^|\/)\*\*\/|\/\*\*$|\*+|\?|\{|\}|,|\[\^?(?:\\.|[^\]\\])+\]|\\(.)|[\s\S]/gu;

function translate(glob: string): string {
  let depth = 0;
  const result = glob.replace(TOKEN, (token, escaped?: string) => {
    if (escaped !== undefined) return quote(escaped);
    if (token === '{') depth++;
    if (token === '}' && depth > 0) depth--;
    else if (token === '}') return '\\}';
    return wildcard(token, depth);
  });
  if (depth > 0) throw new ExpressionError('a "{" in the pattern has no end');
  return result;
}

function wildcard(token: string, depth: number): string {
  switch (token) {
    case '**/':
      return '(?:[^/]*/)*';
    case '/**':
      return '(?:/.*)?';
    case '?':
      return '[^/]';
    case '{':
      return '(?:';
    case '}':
      return ')';
    case ',':
      return depth > 0 ? '|' : ',';
    default:
      if (token.startsWith('*')) return '[^/]*';
      if (token === '[') throw new ExpressionError('a "[" in the pattern has no end');
      return token.startsWith('[') && token.length > 2 ? token : quote(token);
  }
}

function quote(letter: string): string {
  return /^[!-/:-@[-`{-~]$/.test(letter) ? `\\${letter}` : letter;
}
