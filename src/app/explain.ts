import type { Explanation } from '../model/explanation.ts';
import type { ModuleOptions } from './check/module-permission.ts';
import { openDefinitions } from './check/open-definitions.ts';
import type { GivenFiles } from './check/recorded/given.ts';
import { projectInputs } from './check/recorded/inputs.ts';
import { NO_FILES, openFiles } from './check/recorded/open.ts';
import { openCatalog } from '../estimate/catalog/catalog.ts';
import { explainFound } from './explain/explain-found.ts';
import { find } from './explain/find.ts';
import { selectAttribute } from './explain/select.ts';
import { parseTarget } from './explain/target.ts';
import { oneSideConfig } from './one-side-config.ts';
import { openSide } from './sides.ts';

export interface ExplainOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: the work tree as it lies on disk. */
  readonly ref?: string;
  /** `ADDRESS` or `PROJECT:ADDRESS`. */
  readonly address: string;
  /** Only this attribute and what is in it. */
  readonly attribute?: string;
  readonly project?: string;
  /** Plans and states of projects: their values stand in for those that the configuration does not tell. */
  readonly given?: GivenFiles;
  /** How modules that are not in the repository may be looked for. */
  readonly modules?: ModuleOptions;
  /** Told what was fetched, one line each. */
  readonly say?: (line: string) => void;
}

/**
 * Where the values of a resource, a data source, a module, a variable, a local or an output come from, and why others are
 * not known. Throws UserError for a ref, project, address or attribute that is not there, and says what is.
 */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  const { root, ref, tree } = openSide(options.repository, options.ref);
  const config = oneSideConfig(root, tree);
  const say = options.say ?? (() => undefined);
  const modules = { ...options.modules, repository: root, say, all: true };
  const opened = await openDefinitions(tree, tree, config, modules);
  const { head } = opened;
  const files =
    options.given === undefined ? NO_FILES : openFiles(options.given, opened, config, openCatalog(), true);
  const target = parseTarget(options.address, options.project, head.projects);
  const found = find(head, target, files);
  const { attribute } = options;
  const explanation = explainFound({ side: ref, terraform: head, tree, config, found, attribute });
  const shown = attribute === undefined ? explanation : selectAttribute(explanation, attribute);
  const [input] = projectInputs([found.project], files, { before: found.result, after: found.result });
  const isGiven = explanation.kind === 'resource' && files.projects.includes(found.project);
  return isGiven && input !== undefined ? { ...shown, input } : shown;
}
