import type { Expression } from './ast.ts';
import { parseExpression } from './expression.ts';
import type { Parser } from './parser.ts';

/** The variables and the source of a for-expression or a for-directive. */
export interface ForIntro {
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
}

/** A for-expression from the word `for` on. Newlines mean nothing in it, between braces as well. */
export function parseFor(p: Parser, start: number, closer: ']' | '}', newlinesAfter: boolean): Expression {
  p.newlines = false;
  p.next();
  const intro = parseForIntro(p);
  if (!p.is(':')) p.expected('":" after the collection of "for"');
  p.next();
  const { key, value, group } = parseResult(p, closer);
  let condition: Expression | undefined;
  if (p.isWord('if')) {
    p.next();
    condition = parseExpression(p);
  }
  if (!p.is(closer)) p.expected(`"if" or "${closer}" at the end of "for"`);
  const { end } = p;
  p.newlines = newlinesAfter;
  p.next();
  return {
    kind: 'for',
    ...intro,
    ...(key === undefined ? {} : { key }),
    value,
    ...(condition === undefined ? {} : { condition }),
    group,
    start,
    end,
  };
}

/** `name in collection` or `key, value in collection`. */
export function parseForIntro(p: Parser): ForIntro {
  const first = parseVariable(p);
  let second: string | undefined;
  if (p.accept(',')) {
    second = parseVariable(p);
  }
  if (!p.isWord('in')) p.expected('"in" after the variable of "for"');
  p.next();
  const collection = parseExpression(p);
  return second === undefined
    ? { valueName: first, collection }
    : { keyName: first, valueName: second, collection };
}

function parseVariable(p: Parser): string {
  if (!p.is('identifier')) p.expected('a variable name after "for"');
  const name = p.tokenText();
  p.next();
  return name;
}

/** `value` in brackets; `key => value` or `key => value...` in braces. */
function parseResult(
  p: Parser,
  closer: ']' | '}',
): { key: Expression | undefined; value: Expression; group: boolean } {
  const first = parseExpression(p);
  if (closer === ']') {
    if (p.is('=>')) p.fail('"=>" belongs in a "for" between braces: one in brackets makes a list', p);
    if (p.is('...')) p.fail('"..." groups values in a "for" between braces, not in brackets', p);
    return { key: undefined, value: first, group: false };
  }
  if (!p.is('=>')) p.expected('"=>" and the value after the key of "for"');
  p.next();
  const value = parseExpression(p);
  const group = p.accept('...');
  return { key: first, value, group };
}
