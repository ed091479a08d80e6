import type { Diagnostic } from '../../../model/diagnostic.ts';
import { type SourceText, rangeOf } from '../../../model/source.ts';
import type { AttributeType, Type, Value } from '../../../model/value.ts';
import type { Call, Expression, ObjectConstructor } from '../syntax/ast.ts';
import { convert } from './convert.ts';
import { ExpressionError } from './failure.ts';
import { unknown } from './make.ts';
import { markIf } from './marks.ts';
import type { Scope } from './scope.ts';

export type Report = (diagnostic: Diagnostic) => void;

const PRIMITIVES: ReadonlySet<string> = new Set(['string', 'number', 'bool', 'any']);

/** Where a type constraint stands, who evaluates its defaults, and who hears of its problems. */
export interface TypeContext {
  readonly source: SourceText;
  readonly report: Report;
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  /** The words of old versions are no types: `list` alone, and words in quotes. */
  readonly isStrict?: true;
}

/**
 * The value as a variable of the type holds it: defaults of optional attributes filled in (for null too), converted,
 * undeclared attributes dropped. Where it does not fit, `report` gets the reason and the result is unknown.
 */
export function applyType(value: Value, type: Type, report: (message: string) => void): Value {
  try {
    return convert(value, type);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report(error.message);
    return markIf(unknown('error-in-expression', { type, origin: value.origin }), value.sensitive);
  }
}

/** The type that an expression names. What is no type is reported and counts as `any`. */
export function readType(node: Expression, context: TypeContext): Type {
  if (node.kind === 'traversal' && node.steps.length === 0) return namedType(node.root, node, context);
  if (node.kind === 'literal' && typeof node.value === 'string' && !context.isStrict)
    return namedType(node.value, node, context);
  if (node.kind === 'parentheses') return readType(node.inner, context);
  if (node.kind === 'call') return constructedType(node, context);
  if (node.kind === 'invalid') return 'any';
  return wrong(node, context, 'A type is required here, such as string or list(string).');
}

function namedType(name: string, node: Expression, context: TypeContext): Type {
  if (PRIMITIVES.has(name)) return name as Type;
  if (context.isStrict) return wrong(node, context, `There is no type "${name}".`);
  if (name === 'list') return { list: 'any' };
  if (name === 'set') return { set: 'any' };
  if (name === 'map') return { map: 'any' };
  return wrong(node, context, `There is no type "${name}".`);
}

function constructedType(node: Call, context: TypeContext): Type {
  const [first] = node.arguments;
  if (!first || node.arguments.length !== 1)
    return wrong(node, context, `The type ${node.name}(…) takes one argument.`);
  switch (node.name) {
    case 'list':
      return { list: readType(first, context) };
    case 'set':
      return { set: readType(first, context) };
    case 'map':
      return { map: readType(first, context) };
    case 'tuple':
      if (first.kind !== 'tuple')
        return wrong(first, context, 'A tuple type takes a list of types: tuple([string]).');
      return { tuple: first.items.map((item) => readType(item, context)) };
    case 'object':
      if (first.kind !== 'object')
        return wrong(first, context, 'An object type takes attributes: object({a = string}).');
      return { object: attributesOf(first, context) };
    case 'optional':
      return wrong(node, context, 'optional(…) may only stand for an attribute of an object type.');
    default:
      return wrong(node, context, `There is no type ${node.name}(…).`);
  }
}

function attributesOf(node: ObjectConstructor, context: TypeContext): ReadonlyMap<string, AttributeType> {
  const attributes = new Map<string, AttributeType>();
  for (const { key, value } of node.items) {
    const name = attributeName(key);
    if (name === undefined) wrong(key, context, 'The name of an attribute is required here.');
    else attributes.set(name, attributeType(value, context));
  }
  return attributes;
}

function attributeName(key: Expression): string | undefined {
  if (key.kind === 'traversal' && key.steps.length === 0) return key.root;
  if (key.kind === 'literal' && key.value === null) return 'null';
  return key.kind === 'literal' && ['string', 'boolean'].includes(typeof key.value)
    ? String(key.value)
    : undefined;
}

function attributeType(node: Expression, context: TypeContext): AttributeType {
  if (node.kind !== 'call' || node.name !== 'optional')
    return { type: readType(node, context), optional: false };
  const [inner, preset] = node.arguments;
  if (!inner || node.arguments.length > 2) {
    return {
      type: wrong(node, context, 'optional(…) takes a type and at most one default.'),
      optional: true,
    };
  }
  const type = readType(inner, context);
  if (!preset) return { type, optional: true };
  const value = applyType(context.evaluate(preset, constantScope(context)), type, (message) => {
    wrong(preset, context, `This default does not fit its type: ${message}.`);
  });
  return { type, optional: true, default: value };
}

/** Defaults of optional attributes may use functions, but no references and no files. */
function constantScope({ source, report }: TypeContext): Scope {
  return {
    source,
    moduleFolder: '',
    files: { read: () => undefined, list: () => [] },
    report,
    resolve: () => undefined,
  };
}

function wrong(node: Expression, { source, report }: TypeContext, message: string): 'any' {
  const place = rangeOf({ source, start: node.start, end: node.end });
  report({ severity: 'error', code: 'invalid-type', message, source: place });
  return 'any';
}
