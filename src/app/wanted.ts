import { isBillingFile, isBillingRecord } from '../billing/files.ts';
import { CONFIG_FILES, loadConfig } from '../config/load.ts';
import { isTerraformFile } from '../iac/terraform/index.ts';
import { isTerragruntFile } from '../iac/terragrunt/index.ts';
import { gitTree } from '../tree/git-tree.ts';
import { ObjectStore } from '../tree/objects.ts';
import { isUsageFile } from './check/usage.ts';

/** Whether a path is read of every tree, whatever the configuration says: worth being read or fetched with the others. */
export function isWanted(path: string): boolean {
  return (
    isTerraformFile(path) ||
    isTerragruntFile(path) ||
    isConfigFile(path) ||
    isUsageFile(path) ||
    isBillingFile(path) ||
    isBillingRecord(path)
  );
}

/** The same, and the usage file that the configuration of a commit names. */
export function wantedBy(root: string, commit: string): (path: string) => boolean {
  const { usageFile } = loadConfig(gitTree(new ObjectStore(root), commit, isConfigFile)).config;
  return (path) => path === usageFile || isWanted(path);
}

function isConfigFile(path: string): boolean {
  return CONFIG_FILES.includes(path);
}
