import type { Catalog } from '../../estimate/catalog/catalog.ts';
import { readUsageFile } from '../../estimate/usage/read.ts';
import { NO_USAGE } from '../../estimate/usage/usage.ts';
import type { Usage } from '../../estimate/usage/usage.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tree } from '../../tree/tree.ts';

/** Where a usage file is looked for when the configuration names none; the first that exists is taken. */
const DEFAULT_FILES = [
  'tollgate-usage.yml',
  'tollgate-usage.yaml',
  'infracost-usage.yml',
  'infracost-usage.yaml',
];

function candidates(config: Config): readonly string[] {
  return config.usageFile === null ? DEFAULT_FILES : [config.usageFile];
}

export interface UsageOfTree {
  readonly file: string | null;
  readonly usage: Usage;
  readonly diagnostics: readonly Diagnostic[];
}

/** The usage that a tree records. A file that the configuration names and that is not there is an error. */
export function readUsage(tree: Tree, config: Config, catalog: Catalog): UsageOfTree {
  for (const file of candidates(config)) {
    const bytes = tree.read(file);
    if (bytes !== undefined) return { file, ...readUsageFile(file, bytes, catalog) };
  }
  const missing: Diagnostic[] =
    config.usageFile === null
      ? []
      : [
          {
            severity: 'error',
            code: 'usage-file-missing',
            message: `The usage file ${config.usageFile} that the configuration names is not there.`,
            hint: 'Add it, or change usage_file in tollgate.yml.',
          },
        ];
  return { file: null, usage: NO_USAGE, diagnostics: missing };
}

/** Whether the usage that costs are estimated with differs: then costs of untouched resources can change too. */
export function usageDiffers(base: Tree, head: Tree, config: Config): boolean {
  return candidates(config).some((file) => base.blobId(file) !== head.blobId(file));
}

/** Says that the pull request changes the usage that its own cost is estimated with. */
export function usageChanges(base: Tree, head: Tree, files: readonly (string | null)[]): readonly string[] {
  return [...new Set(files)]
    .filter((file) => file !== null)
    .filter((file) => base.blobId(file) !== head.blobId(file))
    .map((file) => `The usage file ${file} changes: each side is estimated with its own.`);
}
