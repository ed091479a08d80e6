import type { Resource } from '../../../../model/resource.ts';
import type { Moved } from '../../../diff/moved.ts';
import type { Forgotten } from '../../../diff/vanished.ts';
import { rangeOf } from '../../../../model/source.ts';
import { nearest } from '../../../../lib/nearest.ts';
import { traits } from '../../evaluate/traits.ts';
import type { ModuleCall } from './module-call.ts';
import type { ModuleInstance } from './module-instance.ts';
import { movedBlocks } from './moved-blocks.ts';
import { removedBlocks } from './removed-blocks.ts';
import { toResource } from './to-resource.ts';

/** Arguments of a module call that Terraform reads itself. */
const META = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on']);

/** What a module instance and all modules in it declare. */
export interface Collected {
  readonly resources: Resource[];
  readonly moved: Moved[];
  readonly forgotten: Forgotten[];
  /** Folders of the modules that were read. */
  readonly folders: Set<string>;
}

/** Evaluates a module instance and the modules that it calls, in source order. */
export function collect(module: ModuleInstance, into: Collected): void {
  const { definition, run } = module;
  if (run.isExhausted) {
    run.reportExhausted();
    return;
  }
  if (!into.folders.has(definition.folder)) {
    into.folders.add(definition.folder);
    for (const diagnostic of definition.diagnostics) run.report(diagnostic);
  }
  if (definition.partial === true) run.leaveGap(module.path);
  for (const statement of movedBlocks(module)) into.moved.push(statement);
  for (const statement of removedBlocks(module)) into.forgotten.push(statement);
  for (const key of definition.data.keys()) run.answers.declare(module.address(`data.${key}`));
  for (const key of definition.resources.keys()) collectResource(module, key, into);
  for (const name of definition.calls.keys()) {
    const call = module.call(name);
    if (call !== undefined) collectCall(module, call, into);
  }
}

function collectResource(module: ModuleInstance, key: string, into: Collected): void {
  const block = module.resource(key);
  if (block?.expansion.rest !== undefined) module.run.leaveGap(block.address);
  for (const instanceKey of block?.expansion.keys ?? []) {
    if (block === undefined || module.run.isExhausted) return;
    const resource = toResource(block.at(instanceKey));
    const { values, weight } = traits(resource.attributes);
    if (!module.run.take('values', values) || !module.run.take('size', weight)) return;
    into.resources.push(resource);
  }
}

function collectCall(module: ModuleInstance, call: ModuleCall, into: Collected): void {
  if (call.problem !== undefined) {
    module.run.leaveGap(call.address);
    call.listUnresolved();
    return;
  }
  if (call.expansion.rest !== undefined) module.run.leaveGap(call.address);
  for (const key of call.expansion.keys) {
    const instance = call.at(key);
    if (instance === undefined || module.run.isExhausted) return;
    checkArguments(module, call, instance);
    collect(instance, into);
  }
}

/** Reports arguments that the called module does not declare. */
function checkArguments(module: ModuleInstance, call: ModuleCall, called: ModuleInstance): void {
  const declared = called.definition.variables;
  for (const [name, located] of call.declaration.attributes) {
    if (META.has(name) || declared.has(name) || called.definition.partial) continue;
    const meant = nearest(name, [...declared.keys()]);
    const hint = meant === undefined ? {} : { hint: `Did you mean ${JSON.stringify(meant)}?` };
    const source = { source: located.source, start: located.attribute.start, end: located.attribute.nameEnd };
    module.run.report({
      severity: 'error',
      code: 'undeclared-argument',
      message: `${call.address} has no variable ${JSON.stringify(name)}; the argument is ignored.`,
      source: rangeOf(source),
      ...hint,
    });
  }
}
