import type { BinaryOperator, Expression } from './ast.ts';
import { MAX_CHAIN } from './limits.ts';
import type { Parser } from './parser.ts';
import { parseOperand } from './operand.ts';
import type { TokenKind } from './token.ts';

/** An expression from the current token on; the current token is then the one after it. */
export function parseExpression(p: Parser): Expression {
  p.enter();
  const condition = parseBinary(p, 1);
  const expression = p.is('?') ? parseConditional(p, condition) : condition;
  p.leave();
  return expression;
}

/** `? then : else`; both are whole expressions, which makes the operator right-associative. */
function parseConditional(p: Parser, condition: Expression): Expression {
  p.next();
  const then = parseExpression(p);
  if (!p.is(':')) p.expected('":" and the value for false of the conditional');
  p.next();
  const otherwise = parseExpression(p);
  return {
    kind: 'conditional',
    condition,
    then,
    else: otherwise,
    start: condition.start,
    end: otherwise.end,
  };
}

/** Operators of at least this precedence; each level is left-associative. */
function parseBinary(p: Parser, lowest: number): Expression {
  let left = parseOperand(p);
  for (let count = 1; ; count++) {
    const precedence = precedenceOf(p.kind);
    if (precedence < lowest) return left;
    if (count > MAX_CHAIN) {
      p.reportLimit(`More than ${MAX_CHAIN} operators in a row are not read`, p);
      p.giveUp();
    }
    const operator = p.kind as BinaryOperator;
    p.next();
    const right = parseBinary(p, precedence + 1);
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
  }
}

/** HCL native syntax, "Operations": higher binds tighter; 0 for what is not a binary operator. */
function precedenceOf(kind: TokenKind): number {
  switch (kind) {
    case '||':
      return 1;
    case '&&':
      return 2;
    case '==':
    case '!=':
      return 3;
    case '<':
    case '>':
    case '<=':
    case '>=':
      return 4;
    case '+':
    case '-':
      return 5;
    case '*':
    case '/':
    case '%':
      return 6;
    default:
      return 0;
  }
}
