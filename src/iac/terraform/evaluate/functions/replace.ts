import { LimitError } from '../failure.ts';
import { MAX_STRING } from '../limits.ts';
import { type Match, type Pattern, allMatches, compilePattern } from '../pattern/pattern.ts';

/**
 * `replace`: every occurrence; between slashes the search text is a regular expression, whose groups the replacement
 * names as Go does: `$1`, `${1}`, `$name`; the longest name counts, so `$1y` is the group named `1y`; `$$` is `$`.
 */
export function replaceAll(source: string, search: string, replacement: string): string {
  if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) {
    return replacePattern(source, compilePattern(search.slice(1, -1)), replacement);
  }
  const parts = search === '' ? ['', ...Array.from(source), ''] : source.split(search);
  check(source.length + (parts.length - 1) * replacement.length);
  return parts.join(replacement);
}

function replacePattern(source: string, pattern: Pattern, replacement: string): string {
  let result = '';
  let from = 0;
  for (const match of allMatches(pattern, source)) {
    result += source.slice(from, match.start) + expand(replacement, match, pattern, source);
    check(result.length);
    from = match.end;
  }
  return result + source.slice(from);
}

function expand(replacement: string, match: Match, pattern: Pattern, source: string): string {
  return replacement.replace(
    /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu,
    (_, braced?: string, bare?: string) => {
      const name = braced ?? bare;
      if (name === undefined) return '$';
      const index = /^\d+$/.test(name) ? Number(name) : pattern.names.indexOf(name) + 1 || -1;
      return index === 0 ? source.slice(match.start, match.end) : (match.groups[index - 1] ?? '');
    },
  );
}

function check(length: number): void {
  if (length > MAX_STRING) throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
}
