import type { Expression } from './ast.ts';
import { parseExpression } from './expression.ts';
import type { Parser } from './parser.ts';

/** A function call whose first name was read; the current token is `(` or `::`. */
export function parseCall(p: Parser, start: number, firstName: string): Expression {
  let name = firstName;
  let nameEnd = start + firstName.length;
  while (p.is('::')) {
    p.next();
    if (!p.is('identifier')) p.expected('a function name after "::"');
    name += `::${p.tokenText()}`;
    nameEnd = p.end;
    p.next();
  }
  if (!p.is('(')) p.expected(`"(" after the function name`);
  const { newlines } = p;
  p.newlines = false;
  p.next();
  const { items, expandFinal } = parseArguments(p);
  const { end } = p;
  p.newlines = newlines;
  p.next();
  return { kind: 'call', name, nameEnd, arguments: items, expandFinal, start, end };
}

/** Up to the closing parenthesis, which is then the current token. */
function parseArguments(p: Parser): { items: Expression[]; expandFinal: boolean } {
  const items: Expression[] = [];
  while (!p.is(')')) {
    items.push(parseExpression(p));
    if (p.accept('...')) {
      if (!p.is(')')) p.expected('")" after "..."');
      return { items, expandFinal: true };
    }
    if (!p.accept(',') && !p.is(')')) p.expected('"," or ")" after the argument');
  }
  return { items, expandFinal: false };
}
