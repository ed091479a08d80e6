import type { Unknownness } from '../../../../model/value.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { Declaration } from '../source/declaration.ts';
import { staticReference } from '../source/static.ts';
import type { Bindings } from '../instance/body.ts';
import type { ModuleInstance } from '../instance/module-instance.ts';
import { ProviderInstance } from './provider-instance.ts';
import { localName, providerType } from './provider-type.ts';
import { referencedProvider } from './provider-reference.ts';

const NO_BINDINGS: Bindings = new Map();

/**
 * The provider configuration that a module knows under a local name: passed by the caller's `providers` map, declared in
 * the module, or, for a name without alias, inherited (Terraform, "Providers Within Modules").
 */
export function findProvider(module: ModuleInstance, key: string): ProviderInstance | undefined {
  const { caller, definition } = module;
  const passed = caller === undefined ? undefined : passedProvider(caller.call.declaration, key);
  if (caller !== undefined && passed !== undefined) {
    return referencedProvider(caller.module, passed, caller.bindings);
  }
  const declared = definition.providers.get(key);
  if (declared !== undefined) return new ProviderInstance(module, declared, NO_BINDINGS);
  if (caller === undefined || key.includes('.')) return undefined;
  const { module: calling } = caller;
  return calling.provider(localName(calling.definition, providerType(definition, key)));
}

/**
 * Whether nothing configures a provider that was not found under its local name: it then runs with its defaults. An
 * alias stands for a configuration, and so does what a caller passes: those could only not be read.
 */
export function hasNoConfiguration(module: ModuleInstance, key: string): boolean {
  return isNowhereWritten(module, key) && unreadConfiguration(module) === undefined;
}

/** The same, as far as the files tell that Terraform is given: a tool may generate more of them. */
export function isNowhereWritten(module: ModuleInstance, key: string): boolean {
  if (key.includes('.') || module.definition.partial === true) return false;
  for (let { caller } = module; caller !== undefined; { caller } = caller.module) {
    const { call, module: calling } = caller;
    if (passedProvider(call.declaration, key) !== undefined) return false;
    if (call.declaration.partial || calling.definition.partial === true) return false;
  }
  return true;
}

/** Why files are not read that are generated into the root module: they may configure providers. Undefined without any. */
export function unreadConfiguration(module: ModuleInstance): Unknownness | undefined {
  let root = module;
  while (root.caller !== undefined) root = root.caller.module;
  return root.definition.unread;
}

/** What the `providers` map of a call says about a name of the called module. */
function passedProvider(call: Declaration, key: string): Expression | undefined {
  const map = call.attributes.get('providers')?.attribute.value;
  if (map?.kind !== 'object') return undefined;
  return map.items.find((item) => staticReference(item.key) === key)?.value;
}
