/** The configuration files of a folder, the one that counts first. (Terragrunt documentation, "Configuration".) */
const CONFIG_NAMES = ['terragrunt.hcl', 'terragrunt.hcl.json'] as const;

const STACK_NAME = 'terragrunt.stack.hcl';
const VALUES_NAME = 'terragrunt.values.hcl';

/** Folders with copies that Terragrunt or Terraform makes. */
const MADE = new Set(['.terragrunt-cache', '.terraform', '.git']);

/** Whether a path can be Terragrunt configuration: any HCL file that is no lock file, or a configuration in JSON. */
export function isTerragruntFile(path: string): boolean {
  const name = nameOf(path);
  if (name === 'terragrunt.hcl.json') return true;
  return name.endsWith('.hcl') && name !== '.terraform.lock.hcl' && !/\.(tf|tofu)[a-z]*\.hcl$/.test(name);
}

/** Whether a path is the configuration that makes its folder a unit, or the parent of units. */
export function isUnitFile(path: string): boolean {
  return isName(path, CONFIG_NAMES);
}

/** Whether a path is a file of units that are yet to be generated. */
export function isStackFile(path: string): boolean {
  return isName(path, [STACK_NAME]);
}

/** Whether a path is a file of values that a stack gives to a unit. */
export function isValuesFile(path: string): boolean {
  return nameOf(path) === VALUES_NAME;
}

/** The names under which the configuration of a folder is looked for. */
export function configNames(): readonly string[] {
  return CONFIG_NAMES;
}

function isName(path: string, names: readonly string[]): boolean {
  return names.includes(nameOf(path)) && !path.split('/').some((part) => MADE.has(part));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What values rest on that are mocks, before the name of their dependency. */
export const MOCKS = 'mock outputs of dependency';
