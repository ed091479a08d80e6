import { literalString } from '../source/json-body.ts';
import { folders, inFolder } from '../source/folders.ts';
import type { ModuleLoader } from '../source/load-module.ts';

const NAME = '.terraform.lock.hcl';

/**
 * The path of the lock file of a root module: Terraform keeps it beside the root's configuration. Undefined without one.
 */
export function lockFileOf(loader: ModuleLoader, root: string): string | undefined {
  return folders(loader.tree).get(root)?.includes(NAME) === true ? inFolder(root, NAME) : undefined;
}

/**
 * The provider versions that a root module is applied with, by the short name of the provider (Terraform, "Dependency Lock
 * File"). Of two providers of one short name neither is told.
 */
export function lockedVersions(loader: ModuleLoader, root: string): ReadonlyMap<string, string> {
  const path = lockFileOf(loader, root);
  const versions = new Map<string, string>();
  const seen = new Set<string>();
  for (const { type, labels, body } of path === undefined ? [] : loader.parse(path).body.blocks) {
    const address = labels[0]?.value ?? '';
    const name = address.slice(address.lastIndexOf('/') + 1);
    const written = body.attributes.find((attribute) => attribute.name === 'version');
    const version = written && literalString(written.value);
    if (type !== 'provider' || version === undefined) continue;
    if (seen.has(name)) versions.delete(name);
    else versions.set(name, version);
    seen.add(name);
  }
  return versions;
}
