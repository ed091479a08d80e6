import { eachKey } from '../instance/instance-key.ts';
import type { Bindings } from '../instance/body.ts';
import type { ModuleInstance } from '../instance/module-instance.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { throughCollection } from '../../evaluate/origin.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { Declaration } from '../source/declaration.ts';
import { staticReference } from '../source/static.ts';
import { ProviderInstance } from './provider-instance.ts';

/**
 * The provider configuration that an expression names: `aws`, `aws.eu`, or `aws.by_region[each.key]` for a configuration
 * with `for_each` (OpenTofu 1.9). Undefined when there is none or its key is unknown.
 */
export function referencedProvider(
  module: ModuleInstance,
  expression: Expression,
  bindings: Bindings,
): ProviderInstance | undefined {
  const { target, key } = splitIndex(expression);
  const name = staticReference(target);
  if (name === undefined) return undefined;
  const declared = module.definition.providers.get(name);
  if (key === undefined || declared === undefined) return module.provider(name);
  const source = declared.source;
  const index = typeof key === 'string' ? key : knownText(evaluate(key, module.scope(source, bindings)));
  return index === undefined ? undefined : keyedProvider(module, declared, index);
}

function keyedProvider(
  module: ModuleInstance,
  declared: Declaration,
  index: string,
): ProviderInstance | undefined {
  const forEach = declared.attributes.get('for_each');
  if (forEach === undefined) return undefined;
  const collection = evaluate(forEach.attribute.value, module.scope(forEach.source));
  const value =
    collection.kind === 'map' || collection.kind === 'object'
      ? collection.entries.get(index)
      : { kind: 'string' as const, value: index, origin: collection.origin };
  const each = value && throughCollection(collection, value);
  return each && new ProviderInstance(module, declared, eachKey(index, each).bindings);
}

function splitIndex(expression: Expression): { target: Expression; key?: Expression | string } {
  if (expression.kind === 'index') return { target: expression.target, key: expression.key };
  if (expression.kind !== 'traversal') return { target: expression };
  const last = expression.steps.at(-1);
  if (last?.kind !== 'index' || typeof last.key !== 'string') return { target: expression };
  return { target: { ...expression, steps: expression.steps.slice(0, -1) }, key: last.key };
}

function knownText(value: { kind: string; value?: unknown }): string | undefined {
  return value.kind === 'string' && typeof value.value === 'string' ? value.value : undefined;
}
