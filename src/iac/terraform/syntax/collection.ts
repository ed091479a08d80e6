import type { Expression } from './ast.ts';
import { parseExpression } from './expression.ts';
import { parseFor } from './for.ts';
import type { Parser } from './parser.ts';

/** `[a, b]`, or a for-expression in brackets. Newlines between the brackets mean nothing. */
export function parseTuple(p: Parser): Expression {
  const { start, newlines } = p;
  p.newlines = false;
  p.next();
  if (p.isWord('for')) return parseFor(p, start, ']', newlines);
  const items: Expression[] = [];
  while (!p.is(']')) {
    p.countItem();
    items.push(parseExpression(p));
    if (!p.accept(',') && !p.is(']')) p.expected('"," or "]" after the item');
  }
  const { end } = p;
  p.newlines = newlines;
  p.next();
  return { kind: 'tuple', items, start, end };
}

/** `{ key = value }`, or a for-expression in braces. A newline ends an item, as a comma does. */
export function parseObject(p: Parser): Expression {
  const { start, newlines } = p;
  p.newlines = true;
  p.next();
  skipNewlines(p);
  if (p.isWord('for')) return parseFor(p, start, '}', newlines);
  const items: { key: Expression; value: Expression }[] = [];
  while (!p.is('}')) {
    p.countItem();
    items.push(parseItem(p));
    if (!p.accept(',') && !p.accept('newline') && !p.is('}'))
      p.expected('a newline, "," or "}" after the value');
    skipNewlines(p);
  }
  const { end } = p;
  p.newlines = newlines;
  p.next();
  return { kind: 'object', items, start, end };
}

function parseItem(p: Parser): { key: Expression; value: Expression } {
  const key = parseExpression(p);
  if (!p.is('=') && !p.is(':')) {
    p.expected('"=" and a value after the key', 'A key with dots or spaces needs quotes.');
  }
  p.next();
  return { key, value: parseExpression(p) };
}

function skipNewlines(p: Parser): void {
  while (p.is('newline')) p.next();
}
