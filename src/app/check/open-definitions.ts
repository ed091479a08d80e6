import type { Config } from '../../model/config.ts';
import { openTerraform, ParseCache } from '../../iac/terraform/index.ts';
import type { TerraformSide } from '../../iac/terraform/index.ts';
import type { Tree } from '../../tree/tree.ts';

/** The infrastructure definitions of both sides: parsed and their projects found, nothing evaluated. */
export interface OpenedDefinitions {
  readonly base: TerraformSide;
  readonly head: TerraformSide;
}

/** Finds the projects of both trees. Throws UserError when the configured projects contradict each other. */
export function openDefinitions(base: Tree, head: Tree, config: Config): Promise<OpenedDefinitions> {
  const options = {
    projects: config.projects,
    exclude: config.exclude,
    cache: new ParseCache(),
    ...(config.defaultRegions === undefined ? {} : { regions: config.defaultRegions }),
  };
  const opened = openTerraform(base, options);
  return Promise.resolve({ base: opened, head: openTerraform(head, options, opened.projects) });
}
