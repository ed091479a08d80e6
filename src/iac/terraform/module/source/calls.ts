import { shownAddress } from '../fetch/address/shown-address.ts';
import type { WantedModule } from '../fetch/package/resolution.ts';
import { constantText } from './constant-text.ts';
import type { Declaration } from './declaration.ts';
import type { ModuleDefinition } from './definition.ts';
import { resolvePath } from './folders.ts';

/**
 * Where a module call leads as it is written: a folder of this repository or package, another address, or out of what can
 * be read. `sourceAddress` may be printed.
 */
export type CallTarget =
  | { readonly kind: 'local'; readonly folder: string; readonly sourceAddress: string }
  | { readonly kind: 'remote'; readonly wanted: WantedModule; readonly sourceAddress: string }
  | { readonly kind: 'unreadable'; readonly sourceAddress: string; readonly reason: string };

/** The target of a module call, from its constant `source`. A path starts with `./` or `../` (Terraform, "Module sources"). */
export function callTarget(definition: ModuleDefinition, call: Declaration): CallTarget {
  const attribute = call.attributes.get('source');
  if (attribute === undefined) {
    return { kind: 'unreadable', sourceAddress: '', reason: 'The module call has no source argument.' };
  }
  const { value } = attribute.attribute;
  const address = constantText(definition, value);
  if (address === undefined) {
    const text = attribute.source.text.slice(value.start, value.end);
    return {
      kind: 'unreadable',
      sourceAddress: text,
      reason: 'The source is not a string of literals and constant locals.',
    };
  }
  if (!/^\.\.?(\/|$)/.test(address)) return remoteTarget(definition, call, address);
  const folder = resolvePath(definition.folder, address.replace(/\/\/+/g, '/'));
  if (folder === undefined) {
    return { kind: 'unreadable', sourceAddress: address, reason: 'The path leads out of the repository.' };
  }
  return { kind: 'local', folder, sourceAddress: address };
}

function remoteTarget(definition: ModuleDefinition, call: Declaration, source: string): CallTarget {
  const sourceAddress = shownAddress(source);
  const attribute = call.attributes.get('version');
  const version = attribute === undefined ? '' : constantText(definition, attribute.attribute.value);
  return version === undefined
    ? {
        kind: 'unreadable',
        sourceAddress,
        reason: 'The version is not a string of literals and constant locals.',
      }
    : { kind: 'remote', wanted: { source, version }, sourceAddress };
}

/** Folders of this repository that a module calls, directly. */
export function calledFolders(definition: ModuleDefinition): readonly string[] {
  return [...definition.calls.values()]
    .map((call) => callTarget(definition, call))
    .filter((target) => target.kind === 'local')
    .map((target) => target.folder);
}
