import { spanOf } from '../source/declaration.ts';
import type { Declaration } from '../source/declaration.ts';
import type { ModuleDefinition } from '../source/definition.ts';
import { LIMITS } from './limits.ts';
import type { ModuleInstance } from './module-instance.ts';

/** Why a call leads to no definition, and the way out. */
export interface CallProblem {
  readonly problem: string;
  readonly hint?: string;
}

/** The definition that a module call leads to, or why there is none. A module that contains itself is reported. */
export function findDefinition(
  caller: ModuleInstance,
  call: Declaration,
): { readonly definition: ModuleDefinition } | CallProblem {
  const target = caller.run.loader.target(caller.definition, call);
  if (target.kind === 'elsewhere') {
    const { reason = 'The module is not in this repository.', hint } = target.missing ?? {};
    return { problem: reason, ...(hint === undefined ? {} : { hint }) };
  }
  if (target.kind === 'unreadable') return report(caller, call, target.reason);
  if (isAncestor(caller, target.folder)) {
    return report(caller, call, `The module calls itself through ${JSON.stringify(target.sourceAddress)}.`);
  }
  if (caller.depth >= LIMITS.moduleDepth) {
    return report(caller, call, `Modules are nested more than ${LIMITS.moduleDepth} deep.`);
  }
  const definition = caller.run.loader.load(target.folder);
  if (definition !== undefined) return { definition };
  return report(caller, call, nothingThere(caller, target.folder || '.'));
}

function nothingThere(caller: ModuleInstance, folder: string): string {
  return caller.run.loader.isExcluded(folder)
    ? `The folder ${JSON.stringify(folder)} is not read: "exclude" of the configuration matches it.`
    : `There is no configuration in ${JSON.stringify(folder)}.`;
}

function isAncestor(module: ModuleInstance, folder: string): boolean {
  for (let at: ModuleInstance | undefined = module; at !== undefined; at = at.caller?.module) {
    if (at.definition.folder === folder) return true;
  }
  return false;
}

function report(caller: ModuleInstance, call: Declaration, problem: string): CallProblem {
  const message = `${problem} The resources of module ${JSON.stringify(call.labels[0])} are missing from the result.`;
  caller.run.reportAt('error', 'unresolved-module', message, spanOf(call));
  return { problem };
}
