import type { Catalog } from '../../estimate/catalog/catalog.ts';
import { readUsageFile } from '../../estimate/usage/read.ts';
import { NO_USAGE } from '../../estimate/usage/usage.ts';
import type { Usage, UsageAddress } from '../../estimate/usage/usage.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { unreadableFile } from '../../model/skipped.ts';
import type { Tree } from '../../tree/tree.ts';

/** Where a usage file is looked for when the configuration names none; the first that exists is taken. */
const DEFAULT_FILES = [
  'tollgate-usage.yml',
  'tollgate-usage.yaml',
  'infracost-usage.yml',
  'infracost-usage.yaml',
];

/** Whether a path is a usage file without the configuration naming it. */
export function isUsageFile(path: string): boolean {
  return DEFAULT_FILES.includes(path);
}

function candidates(config: Config): readonly string[] {
  return config.usageFile === null ? DEFAULT_FILES : [config.usageFile];
}

export interface UsageOfTree {
  readonly file: string | null;
  readonly usage: Usage;
  readonly addresses: readonly UsageAddress[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The usage that a tree records. A file that cannot be read, or that the configuration names and that is not there, is an error. */
export function readUsage(tree: Tree, config: Config, catalog: Catalog): UsageOfTree {
  for (const file of candidates(config)) {
    const content = tree.read(file) ?? tree.unreadable(file);
    if (content === undefined) continue;
    if (typeof content !== 'string') return { file, ...readUsageFile(file, content, catalog) };
    return { file, usage: NO_USAGE, addresses: [], diagnostics: [unreadableFile(file, content)] };
  }
  return {
    file: null,
    usage: NO_USAGE,
    addresses: [],
    diagnostics: config.usageFile === null ? [] : [missing(config.usageFile)],
  };
}

function missing(file: string): Diagnostic {
  return {
    severity: 'error',
    code: 'usage-file-missing',
    message: `The usage file ${file} that the configuration names is not there.`,
    hint: 'Add it, or change usage_file in tollgate.yml.',
  };
}

/** Whether the usage that costs are estimated with differs: then costs of untouched resources can change too. */
export function usageDiffers(base: Tree, head: Tree, config: Config): boolean {
  return candidates(config).some((file) => base.blobId(file) !== head.blobId(file));
}
