import { PACKAGES } from '../../../../model/packaged.ts';
import { inFolder } from '../source/folders.ts';
import type { ModuleInstance } from './module-instance.ts';

/**
 * The folder that a module lies in when Terraform runs: of one from elsewhere the folder that `terraform init` installs it
 * in, named by the calls that lead to it, so that another version of it has the same `path.module`. Files are found there,
 * too.
 */
export function shownFolder(module: ModuleInstance): string {
  const { definition, run } = module;
  const names: string[] = [];
  let found: string | undefined;
  for (let at = module; at.caller !== undefined; at = at.caller.module) {
    const { call } = at.caller;
    found ??= call.packageFolder;
    if (found !== undefined) names.unshift(call.declaration.labels[0] ?? '');
  }
  if (found === undefined) return definition.folder;
  const installed = inFolder(run.project.path, `${PACKAGES}/${names.join('.')}`);
  run.files.install(installed, found);
  return installed + definition.folder.slice(found.length);
}
