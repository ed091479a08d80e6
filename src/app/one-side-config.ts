import { DEFAULT_CONFIG } from '../config/defaults.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../model/config.ts';
import { findCommit } from '../tree/repository.ts';
import type { Tree } from '../tree/tree.ts';
import { refuseErrors } from './refuse-errors.ts';
import { openSides } from './sides.ts';

/**
 * The configuration that one side is read by where it is held against no other. From where modules may be fetched says the base, as
 * for a check: the side may come from anybody. Throws a UserError for a configuration with an error: what came out would be that of
 * another one.
 */
export function oneSideConfig(root: string, tree: Tree): Config {
  const { config, diagnostics } = loadConfig(tree);
  refuseErrors(diagnostics);
  return { ...config, modules: modulesOfBase(root) };
}

function modulesOfBase(root: string): Config['modules'] {
  const hasCommit = findCommit(root, 'HEAD') !== undefined;
  return (hasCommit ? loadConfig(openSides({ repository: root }).target).config : DEFAULT_CONFIG).modules;
}
