/**
 * A test for a glob: `*` is any run of characters without `/`, `**` any run, `?` one character without `/`.
 * A pattern that ends in `/` or `/**` matches everything below the folder. Linear time: hostile patterns
 * cannot make it slow, since the pattern is matched by hand and not by a regular expression.
 */
export function globMatches(pattern: string, path: string): boolean {
  const tokens = tokenize(pattern.endsWith('/') ? `${pattern}**` : pattern);
  let states = closure(new Set([0]), tokens);
  for (const char of path) {
    const next = new Set<number>();
    for (const at of states) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token === ANY) next.add(at);
      else if (token === SEGMENT && char !== '/') next.add(at);
      else if (token === ONE ? char !== '/' : token === char) next.add(at + 1);
    }
    if (next.size === 0) return false;
    states = closure(next, tokens);
  }
  return states.has(tokens.length);
}

const ANY = '**';
const SEGMENT = '*any';
const ONE = '?one';

function tokenize(pattern: string): readonly string[] {
  const tokens: string[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '*' && pattern[at + 1] === '*') {
      tokens.push(ANY);
      at++;
      // `a/**/b` also matches `a/b`: the slash after `**` belongs to it.
      if (pattern[at + 1] === '/' && (tokens.length === 1 || tokens[tokens.length - 2] === '/')) at++;
    } else tokens.push(char === '*' ? SEGMENT : char === '?' ? ONE : char);
  }
  return tokens;
}

/** Stars may match nothing, so the states behind them are reached at once. */
function closure(states: Set<number>, tokens: readonly string[]): Set<number> {
  for (const at of states) if (tokens[at] === ANY || tokens[at] === SEGMENT) states.add(at + 1);
  return states;
}
