import type { Expression, TraversalStep } from './ast.ts';
import { parseCall } from './call.ts';
import { parseObject, parseTuple } from './collection.ts';
import { parseExpression } from './expression.ts';
import { numberValue } from './numbers.ts';
import type { Parser } from './parser.ts';
import { parsePostfix } from './postfix.ts';
import { parseHeredoc } from './template/heredoc.ts';
import { parseQuoted } from './template/quoted.ts';

const noSteps: readonly TraversalStep[] = [];

/** A term with all its `.name`, `[index]` and splats, or a sign before one. */
export function parseOperand(p: Parser): Expression {
  if (p.kind === '-' || p.kind === '!') return parseUnary(p, p.kind);
  const term = parseTerm(p);
  return p.is('.') || p.is('[') ? parsePostfix(p, term) : term;
}

function parseUnary(p: Parser, operator: '-' | '!'): Expression {
  const { start } = p;
  p.enter();
  p.next();
  const operand = parseOperand(p);
  p.leave();
  return { kind: 'unary', operator, operand, start, end: operand.end };
}

function parseTerm(p: Parser): Expression {
  switch (p.kind) {
    case 'identifier':
      return parseName(p);
    case 'quote':
      return parseQuoted(p);
    case 'number':
      return parseNumber(p);
    case '[':
      return parseTuple(p);
    case '{':
      return parseObject(p);
    case '(':
      return parseParentheses(p);
    case 'heredoc':
      return parseHeredoc(p);
    default:
      return p.expected('a value', invalidHint(p));
  }
}

function parseName(p: Parser): Expression {
  const { start, end } = p;
  const name = p.tokenText();
  p.next();
  if (p.is('(') || p.is('::')) return parseCall(p, start, name);
  switch (name) {
    case 'true':
      return { kind: 'literal', value: true, start, end };
    case 'false':
      return { kind: 'literal', value: false, start, end };
    case 'null':
      return { kind: 'literal', value: null, start, end };
    default:
      return { kind: 'traversal', root: name, steps: noSteps, start, end };
  }
}

function parseNumber(p: Parser): Expression {
  const { start, end } = p;
  const value = numberValue(p.tokenText());
  if (value === undefined) p.fail('This is not a number, or is out of the range that is read', p);
  p.next();
  return { kind: 'literal', value, start, end };
}

function parseParentheses(p: Parser): Expression {
  const { start, newlines } = p;
  p.newlines = false;
  p.next();
  const inner = parseExpression(p);
  if (!p.is(')')) p.expected('")"');
  const { end } = p;
  p.newlines = newlines;
  p.next();
  return { kind: 'parentheses', inner, start, end };
}

function invalidHint(p: Parser): string | undefined {
  if (p.is('<')) return 'A heredoc starts with << and a tag, and nothing else stands on the line after it.';
  if (!p.is('invalid')) return undefined;
  const char = p.tokenText();
  if (char === "'" || char === '“' || char === '”')
    return 'Strings are enclosed in straight double quotes: "…".';
  if (char === '`') return 'Text of several lines is written as a heredoc: <<EOT.';
  return undefined;
}
