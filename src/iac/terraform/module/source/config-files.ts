const extensions = ['.tf', '.tofu', '.tf.json', '.tofu.json'];

/** Files of one directory that make up a module: primaries and overrides, each in the order of loading. */
export interface ConfigFiles {
  readonly primary: readonly string[];
  readonly override: readonly string[];
}

/**
 * Which of a directory's file names are configuration. `x.tofu` hides `x.tf`, `x.tofu.json` hides `x.tf.json`;
 * `override.tf` and `*_override.tf` (with any of the extensions) are merged after all others.
 * Rule: OpenTofu `internal/configs/parser_config_dir.go`.
 */
export function configFiles(names: readonly string[]): ConfigFiles {
  const present = new Set(names);
  const primary: string[] = [];
  const override: string[] = [];
  for (const name of names) {
    const extension = configExtension(name);
    if (extension === undefined || isHidden(name, extension, present)) continue;
    const stem = name.slice(0, -extension.length);
    (stem === 'override' || stem.endsWith('_override') ? override : primary).push(name);
  }
  return { primary, override };
}

/** Whether a file name is Terraform or OpenTofu configuration; editor backups and hidden files are not. */
export function isConfigFile(name: string): boolean {
  return configExtension(name) !== undefined;
}

/** Whether a file name is configuration that OpenTofu reads and Terraform does not. */
export function isTofuFile(name: string): boolean {
  return configExtension(name)?.startsWith('.tofu') === true;
}

function configExtension(name: string): string | undefined {
  if (name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#')))
    return undefined;
  return extensions.findLast((extension) => name.endsWith(extension));
}

function isHidden(name: string, extension: string, present: ReadonlySet<string>): boolean {
  if (!extension.startsWith('.tf')) return false;
  const twin = extension.replace('.tf', '.tofu');
  return present.has(name.slice(0, -extension.length) + twin);
}

/** Whether a path is a file of configuration or of variable values. */
export function isTerraformFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isConfigFile(name) || (/\.tfvars(\.json)?$/.test(name) && !name.startsWith('.'));
}
