import type { SourceText } from '../../../../model/source.ts';
import type { ObjectValue, Unknownness, Value } from '../../../../model/value.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { list, object } from '../../evaluate/make.ts';
import { withOrigin } from '../../evaluate/origin.ts';
import type { Attribute, Body, Expression } from '../../syntax/ast.ts';
import type { LocatedBlock } from '../source/declaration.ts';
import { GAP } from '../source/gap.ts';
import { bounded } from './bounded.ts';
import { dynamicBlocks } from '../source/dynamic-blocks.ts';
import { expandDynamic } from './dynamic.ts';
import type { ModuleInstance } from './module-instance.ts';
import { withProviderMark } from './secret-arguments.ts';

/** Names that stand for something while a body is evaluated: `count`, `each`, iterators of dynamic blocks. */
export type Bindings = ReadonlyMap<string, Value>;

/** The value of an argument; its own place is among its origins, so that two sides can compare what is written. */
export function evaluateArgument(
  module: ModuleInstance,
  source: SourceText,
  expression: Expression,
  bindings: Bindings,
): Value {
  const span = { source, start: expression.start, end: expression.end };
  const value = evaluate(expression, module.scope(source, bindings));
  return withOrigin(bounded(module.run, 'The value', value, span), span);
}

/** A nested body as an object: arguments by name, nested block types as lists of objects. */
export function evaluateBody(
  module: ModuleInstance,
  source: SourceText,
  body: Body,
  bindings: Bindings,
): ObjectValue {
  const entries = new Map<string, Value>();
  for (const attribute of body.attributes) {
    if (isDynamicOfJson(source, attribute)) continue;
    const value = evaluateArgument(module, source, attribute.value, bindings);
    entries.set(attribute.name, withProviderMark(attribute.name, value));
  }
  const blocks = body.blocks.map((block) => ({ source, block }));
  const all = [
    ...blocks,
    ...body.attributes
      .filter((attribute) => isDynamicOfJson(source, attribute))
      .flatMap((attribute) => dynamicBlocks(source, attribute.value)),
  ];
  const isPartial = body.partial === true;
  for (const type of blockTypes(all)) {
    const value = evaluateBlocks(module, all, type, bindings, isPartial);
    if (!isEmpty(value)) entries.set(type, value);
  }
  const written = object(entries, [{ source, start: body.start, end: body.end }]);
  return isPartial ? { ...written, rest: GAP } : written;
}

/** The types of blocks in source order; a dynamic block counts as the type that it produces. */
export function blockTypes(blocks: readonly LocatedBlock[]): ReadonlySet<string> {
  return new Set(blocks.map(producedType));
}

/**
 * All blocks of a type as a list of objects, dynamic ones expanded, in source order. Blocks whose repetition is
 * unknown are one unknown item with a typical block as its `fallback`, and leave the list open; so does damage
 * around them, where more blocks may be written.
 */
export function evaluateBlocks(
  module: ModuleInstance,
  blocks: readonly LocatedBlock[],
  type: string,
  bindings: Bindings,
  isPartial = false,
): Value {
  const items: Value[] = [];
  let rest: Unknownness | undefined = isPartial ? GAP : undefined;
  for (const located of blocks) {
    if (producedType(located) !== type) continue;
    const { source, block } = located;
    if (block.type !== 'dynamic') {
      items.push(evaluateBody(module, source, block.body, bindings));
      continue;
    }
    const expanded = expandDynamic(module, located, bindings, evaluateBody);
    rest ??= expanded.rest;
    for (const item of expanded.items) items.push(item);
  }
  const value = list(items);
  return rest === undefined ? value : { ...value, rest };
}

/** Whether a list of blocks certainly has none. */
export function isEmpty(blocks: Value): boolean {
  return 'items' in blocks && blocks.items.length === 0 && blocks.rest === undefined;
}

function producedType({ block }: LocatedBlock): string {
  return block.type === 'dynamic' ? (block.labels[0]?.value ?? 'dynamic') : block.type;
}

function isDynamicOfJson(source: SourceText, attribute: Attribute): boolean {
  return attribute.name === 'dynamic' && source.path.endsWith('.json');
}
