import type { TerragruntConfig } from '../../model/config.ts';
import type { Tree } from '../../tree/tree.ts';
import { Budget } from '../terraform/module/instance/budget.ts';
import { excluding } from '../terraform/module/project/excluding.ts';
import type { WrappedProjects } from '../terraform/module/project/wrapped.ts';
import { ModuleLoader } from '../terraform/module/source/load-module.ts';
import type { ParseCache } from '../terraform/module/source/parse-cache.ts';
import { withCopies } from './copies.ts';
import { findUnits } from './discover.ts';
import { Side } from './side.ts';
import { readStacks } from './stacks.ts';

export { isTerragruntFile, MOCKS } from './names.ts';

/** Nothing is set. */
const NO_SETTINGS: TerragruntConfig = { env: {}, features: {} };

/** How a tree is read. */
export interface TerragruntOptions {
  readonly exclude: readonly string[];
  readonly cache: ParseCache;
}

/** A tree as Terragrunt sees it. */
export interface Terragrunt {
  /** With the folders that stacks generate. */
  readonly tree: Tree;
  /** The units, to be told to Terraform's reading of that tree. */
  readonly projects: (loader: ModuleLoader, budget: Budget) => WrappedProjects;
}

/** Reads the stacks of a tree; units are read when Terraform asks for the projects. */
export function openTerragrunt(
  tree: Tree,
  { exclude, cache }: TerragruntOptions,
  settings: TerragruntConfig = NO_SETTINGS,
): Terragrunt {
  const loader = new ModuleLoader(excluding(tree, exclude), cache, tree);
  const read = readStacks({ loader, budget: new Budget(), settings });
  const copied = withCopies(tree, read.copies);
  const stacks = { ...read, diagnostics: [...read.diagnostics, ...copied.diagnostics] };
  return {
    tree: copied.tree,
    projects: (whole, budget) => findUnits(new Side(whole, budget, settings), stacks),
  };
}
