import { rangeOf, SourceText } from '../../../model/source.ts';
import type { ObjectValue, Value } from '../../../model/value.ts';
import type { Expression } from '../syntax/ast.ts';
import { parseTemplateText } from '../syntax/parse.ts';
import { getAttribute } from './access.ts';
import { type Attempt, type Context, type Place, newAttempt, spanOf } from './context.ts';
import { ExpressionError, LimitError } from './failure.ts';
import type { Scope } from './scope.ts';

const MAX_NESTING = 8;
const parsed = new Map<string, { source: SourceText; expression: Expression; broken: boolean }>();
const MAX_PARSED = 100;
let nesting = 0;

/**
 * The value of a template file whose only names are the given variables. Its problems point at the file itself and go
 * to the attempt of the call.
 */
export function renderTemplate(
  name: string,
  content: string,
  variables: ObjectValue,
  context: Context,
): Value {
  const { source, expression, broken } = parse(name, content);
  if (broken) throw new ExpressionError('the template has a syntax error');
  if (nesting >= MAX_NESTING) throw new LimitError('templates render each other too deep');
  const scope = templateScope(context.scope, source, variables);
  const attempt: Attempt = newAttempt();
  nesting++;
  try {
    const value = context.evaluate(expression, { ...context, scope, variables: undefined, attempt });
    context.attempt.problems.push(...attempt.problems);
    context.attempt.failed ||= attempt.failed;
    context.attempt.doubtful ||= attempt.doubtful;
    return value;
  } finally {
    nesting--;
  }
}

/** What a template that is no file is part of. */
interface TextPlace {
  readonly at: Place;
  /** Its text, or what it is given, must not be shown. */
  readonly isSecret: boolean;
}

/** As `renderTemplate`, for a text that some expression gave: its problems point at the call. */
export function renderText(
  content: string,
  variables: ObjectValue,
  { at, isSecret }: TextPlace,
  context: Context,
): Value {
  const attempt = newAttempt();
  const value = renderTemplate('templatestring', content, variables, { ...context, attempt });
  const source = rangeOf(spanOf(context, at));
  for (const problem of attempt.problems) {
    const message = isSecret
      ? 'The template is not valid; it is sensitive, so no details are shown.'
      : problem.message;
    context.attempt.problems.push({ severity: problem.severity, code: problem.code, message, source });
  }
  context.attempt.failed ||= attempt.failed;
  context.attempt.doubtful ||= attempt.doubtful;
  return { ...value, origin: [] };
}

function templateScope(outer: Scope, source: SourceText, variables: ObjectValue): Scope {
  const { moduleFolder, rootFolder, files, functions } = outer;
  return {
    source,
    moduleFolder,
    files,
    ...(outer.spend && { spend: (steps: number) => outer.spend?.(steps) ?? true }),
    ...(rootFolder !== undefined && { rootFolder }),
    ...(functions && { functions }),
    report: (diagnostic) => {
      outer.report(diagnostic);
    },
    resolve: (root) => {
      if (!variables.entries.has(root) && !variables.rest) return undefined;
      return { value: getAttribute(variables, root), consumed: 0 };
    },
  };
}

function parse(
  name: string,
  content: string,
): { source: SourceText; expression: Expression; broken: boolean } {
  const before = parsed.get(name);
  if (before?.source.text === content) return before;
  const source = new SourceText(name, content);
  const { expression, diagnostics } = parseTemplateText(source);
  const result = { source, expression, broken: diagnostics.some(({ severity }) => severity === 'error') };
  if (parsed.size >= MAX_PARSED) parsed.clear();
  parsed.set(name, result);
  return result;
}
