import type { ObjectValue, Unknownness, Value } from '../../../model/value.ts';
import type { Call } from '../syntax/ast.ts';
import { type Context, fail, guarded, spanOf, unknownResult, warn } from './context.ts';
import { costOfArguments, costOfResult, meteredFiles, spend } from './cost.ts';
import { ExpressionError } from './failure.ts';
import { applyFunction } from './functions/apply.ts';
import { FUNCTIONS, IMPURE } from './functions/table.ts';
import type { Environment, FunctionDefinition } from './functions/definition.ts';
import { evaluateConvert } from './convert-call.ts';
import { unknown } from './make.ts';
import { hasSensitive, markIf } from './marks.ts';
import { joinOrigins } from './origin.ts';
import { renderTemplate, renderText } from './template-file.ts';
import { kindText } from './type-of.ts';
import { evaluateCan, evaluateTry } from './try.ts';
import { readValues } from './values-text.ts';

/** Functions that take a part of their first argument: what says which part stands before it, as a condition does. */
const SELECTING: ReadonlySet<string> = new Set(['lookup', 'element']);

/** A function call. A function that is not known here gives an unknown value and a warning, never an error. */
export function evaluateCall(node: Call, context: Context): Value {
  const name = node.name.startsWith('core::') ? node.name.slice('core::'.length) : node.name;
  if (context.scope.isWithoutFunctions) return fail(context, node, 'Functions cannot be called here.');
  if (name === 'try') return evaluateTry(node, context);
  if (name === 'can') return evaluateCan(node, context);
  if (name === 'convert') return evaluateConvert(node, context);
  const definition = functionOf(name, context);
  if (!definition) return unsupported(node, name, context);
  return guarded(context, node, () => {
    const args = argumentsOf(node, context);
    const origin = joinOrigins(args.values, spanOf(context, node));
    if (args.open) return { ...unknownResult(context, args.open), origin };
    spend(context.scope, costOfArguments(name, args.values));
    const { value, doubtful } = applyFunction(
      name,
      definition,
      args.values,
      environmentOf(node, args, context),
    );
    if (doubtful) context.attempt.doubtful = true;
    spend(context.scope, costOfResult(value));
    // The value's own places come first: a template file is one of them, the entry that `lookup` finds another.
    const keys = SELECTING.has(name) ? args.values.slice(1) : [];
    const places = value.origin.length > 0 ? joinOrigins([...keys, value, { ...value, origin }]) : origin;
    return markIf({ ...value, origin: places }, args.sensitive);
  });
}

function functionOf(name: string, { scope }: Context): FunctionDefinition | undefined {
  if (scope.functions && Object.hasOwn(scope.functions, name)) return scope.functions[name];
  return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
}

function unsupported(node: Call, name: string, context: Context): Value {
  const origin = [spanOf(context, node)];
  // Terraform evaluates the arguments too: their errors are errors of the configuration.
  for (const argument of node.arguments) context.evaluate(argument, context);
  context.attempt.doubtful = true;
  const limits = Object.hasOwn(IMPURE, name) ? IMPURE[name] : undefined;
  if (limits) return impure(node, name, limits, context);
  const message = `The function ${name}() is not known here, so its result is unknown.`;
  warn(
    context,
    node,
    'unsupported-function',
    message,
    'Check the spelling, or set the argument in a variable.',
  );
  return unknown('unsupported-function', { detail: `${name}()`, origin });
}

function impure(node: Call, name: string, [least, most]: readonly [number, number], context: Context): Value {
  const count = node.arguments.length;
  if (!node.expandFinal && (count < least || count > most)) {
    return fail(context, node, `The function ${name}() takes ${least} arguments, not ${count}.`);
  }
  return unknown('impure-function', { detail: `${name}()`, type: 'string', origin: [spanOf(context, node)] });
}

interface ArgumentList {
  readonly values: readonly Value[];
  /** The expanded last argument has elements that are not known. */
  readonly open?: Unknownness;
  readonly sensitive: boolean;
}

function argumentsOf(node: Call, context: Context): ArgumentList {
  const values = node.arguments.map((argument) => context.evaluate(argument, context));
  const last = values.at(-1);
  if (!node.expandFinal || !last) return { values, sensitive: false };
  const sensitive = last.sensitive === true;
  const before = values.slice(0, -1);
  if (last.kind === 'unknown') return { values: before, open: last, sensitive };
  if (last.kind !== 'list' && last.kind !== 'tuple' && last.kind !== 'set') {
    throw new ExpressionError(
      `the argument before "..." must be a list, set or tuple, not ${kindText(last)}`,
    );
  }
  const open = last.rest ?? last.unplaced;
  return { values: [...before, ...last.items], sensitive, ...(open && { open }) };
}

function environmentOf(node: Call, { values }: ArgumentList, context: Context): Environment {
  const { moduleFolder, rootFolder } = context.scope;
  return {
    files: meteredFiles(context.scope),
    folder: rootFolder ?? moduleFolder,
    readValues: (source) => readValues(source, context),
    renderTemplate: (file: string | undefined, content: string, variables: ObjectValue) =>
      file === undefined
        ? renderText(content, variables, { at: node, isSecret: values.some(hasSensitive) }, context)
        : renderTemplate(file, content, variables, context),
  };
}
