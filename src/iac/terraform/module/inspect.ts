import { byCodePoint } from '../../../lib/order.ts';
import type { SourceSpan } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import { object, unknown } from '../evaluate/make.ts';
import type { Budget } from './instance/budget.ts';
import { evaluateArgument } from './instance/body.ts';
import type { InstanceKey } from './instance/instance-key.ts';
import type { ModuleCall } from './instance/module-call.ts';
import type { ModuleInstance } from './instance/module-instance.ts';
import { withProviderMark } from './instance/secret-arguments.ts';
import { openRoot } from './evaluate-project.ts';
import { Run } from './instance/run.ts';
import { TreeFiles } from './project/file-access.ts';
import type { Project } from './project/project.ts';
import { spanOf } from './source/declaration.ts';
import type { ModuleLoader } from './source/load-module.ts';

/** Something with a value that is no resource. */
export interface Inspected {
  readonly kind: 'data' | 'module' | 'variable' | 'local' | 'output';
  /** The value; of a data source its attributes, of a module its variables and outputs by address. */
  readonly value: Value;
  readonly declared: SourceSpan;
  /** An attribute of a data source that is not written. */
  readonly attribute?: (name: string) => Value;
}

const MODULE = /^module\.([^.[\]]+)(\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\])?(?:\.|$)/;

/** The data source, module, variable, local or output of a project under an address; undefined when there is none. */
export function inspect(
  loader: ModuleLoader,
  project: Project,
  budget: Budget,
  address: string,
): Inspected | undefined {
  let module = openRoot(new Run(project, loader, new TreeFiles(loader.tree), budget));
  let rest = address;
  for (let match = MODULE.exec(rest); match !== null; match = MODULE.exec(rest)) {
    const call = module?.call(match[1] ?? '');
    const key = call && keyOf(call.expansion.keys, match[2] ?? '');
    if (module === undefined || call === undefined || key === undefined) return undefined;
    rest = rest.slice(match[0].length);
    if (rest === '') return inspectCall(module, call, key);
    module = call.at(key);
  }
  return module && inspectIn(module, rest);
}

/** Without a key the one instance that there is. */
function keyOf<Key extends { readonly suffix: string }>(
  keys: readonly Key[],
  suffix: string,
): Key | undefined {
  return (
    keys.find((key) => key.suffix === suffix) ?? (suffix === '' && keys.length === 1 ? keys[0] : undefined)
  );
}

function inspectIn(module: ModuleInstance, address: string): Inspected | undefined {
  const [root = '', name = '', ...others] = address.split('.');
  if (root === 'data') return inspectData(module, address);
  if (others.length > 0) return undefined;
  const { definition } = module;
  if (root === 'var')
    return inspected('variable', name, module.variable(name), definition.variables.get(name));
  if (root === 'output') return inspected('output', name, module.output(name), definition.outputs.get(name));
  const located = root === 'local' ? definition.locals.get(name) : undefined;
  const value = located && module.local(name);
  if (located === undefined || value === undefined) return undefined;
  const { source, attribute } = located;
  const declared = { source, start: attribute.start, end: attribute.end };
  return { kind: 'local', value: withProviderMark(name, value), declared };
}

function inspected(
  kind: 'variable' | 'output',
  name: string,
  value: Value | undefined,
  declaration: Parameters<typeof spanOf>[0] | undefined,
): Inspected | undefined {
  if (value === undefined || declaration === undefined) return undefined;
  return { kind, value: withProviderMark(name, value), declared: spanOf(declaration) };
}

function inspectData(module: ModuleInstance, address: string): Inspected | undefined {
  const [, key = '', suffix = ''] = /^(data\.[^.[\]]+\.[^.[\]]+)(\[.*\])?$/s.exec(address) ?? [];
  const block = module.resource(key);
  const instanceKey = block && keyOf(block.expansion.keys, suffix);
  if (block === undefined || instanceKey === undefined) return undefined;
  const instance = block.at(instanceKey);
  return {
    kind: 'data',
    value: instance.view(),
    declared: spanOf(block.declaration),
    attribute: (name) => instance.attribute(name),
  };
}

/** Variables and outputs of a module that is there; of another one what it is given. */
function inspectCall(caller: ModuleInstance, call: ModuleCall, key: InstanceKey): Inspected {
  const declared = spanOf(call.declaration);
  const instance = call.at(key);
  const entries = new Map<string, Value>();
  if (instance === undefined) {
    for (const [name, { source, attribute }] of call.declaration.attributes) {
      const value = evaluateArgument(caller, source, attribute.value, key.bindings);
      entries.set(name, withProviderMark(name, value));
    }
    const rest = { reason: 'unresolved-module' as const, detail: call.address };
    return { kind: 'module', value: { ...object(entries), rest }, declared };
  }
  const { variables, outputs } = instance.definition;
  for (const name of [...variables.keys()].sort(byCodePoint)) {
    entries.set(
      `var.${name}`,
      withProviderMark(name, instance.variable(name) ?? unknown('no-variable-value')),
    );
  }
  for (const name of [...outputs.keys()].sort(byCodePoint)) {
    entries.set(
      `output.${name}`,
      withProviderMark(name, instance.output(name) ?? unknown('error-in-expression')),
    );
  }
  return { kind: 'module', value: object(entries), declared };
}
