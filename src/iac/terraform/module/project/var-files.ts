import { byCodePoint } from '../../../../lib/order.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { folders, inFolder } from '../source/folders.ts';
import type { Project } from './project.ts';

/** Whether Terraform loads a file of a root module by its name alone. */
export function isAutomaticVarFile(name: string): boolean {
  return /^terraform\.tfvars(\.json)?$/.test(name) || isAuto(name);
}

/**
 * The variable files of a project in the order of loading, later wins: `terraform.tfvars`, `terraform.tfvars.json`,
 * `*.auto.tfvars` and `*.auto.tfvars.json` together by name, then the configured ones
 * (Terraform, "Variable definition precedence").
 */
export function varFilesOf(tree: Tree, project: Project): readonly string[] {
  return [...automaticVarFiles(tree, project.path), ...project.varFiles];
}

/** The files of a folder that are loaded by their names alone, in the order of loading. */
export function automaticVarFiles(tree: Tree, folder: string): readonly string[] {
  return automaticNames(folders(tree).get(folder) ?? []).map((name) => inFolder(folder, name));
}

/** Those of the names of a folder's files that are loaded by their names alone, in the order of loading. */
export function automaticNames(names: readonly string[]): readonly string[] {
  return [
    ...['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name)),
    ...names.filter(isAuto).sort(byCodePoint),
  ];
}

function isAuto(name: string): boolean {
  return /\.auto\.tfvars(\.json)?$/.test(name) && !name.startsWith('.');
}
