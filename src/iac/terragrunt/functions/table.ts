import type { FunctionTable } from '../../terraform/evaluate/functions/definition.ts';
import type { ConfigFile } from '../config-file.ts';
import { commandFunctions } from './commands.ts';
import { folderFunctions } from './folders.ts';
import { includeFunctions } from './includes.ts';
import { outsideFunctions } from './outside.ts';
import { readFunctions } from './read.ts';
import { valueFunctions } from './values.ts';

/**
 * The functions that Terragrunt adds to those of OpenTofu, as one file of configuration sees them (Terragrunt
 * documentation, "HCL functions").
 */
export function terragruntFunctions(config: ConfigFile): FunctionTable {
  return {
    ...folderFunctions(config),
    ...includeFunctions(config),
    ...readFunctions(config),
    ...outsideFunctions(config),
    ...commandFunctions(),
    ...valueFunctions(),
  };
}
