import { loadConfig } from '../config/load.ts';
import { UserError } from '../lib/errors.ts';
import type { Config } from '../model/config.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Tree } from '../tree/tree.ts';
import { openDefinitions } from './check/open-definitions.ts';
import { explainFound } from './explain/explain-found.ts';
import { find } from './explain/find.ts';
import { selectAttribute } from './explain/select.ts';
import { parseTarget } from './explain/target.ts';
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
}

/**
 * Where the values of a resource, a data source, a module, a variable, a local or an output come from, and why others are
 * not known. Throws UserError for a ref, project, address or attribute that is not there, and says what is.
 */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  const { ref, tree } = openSide(options.repository, options.ref);
  const config = configOf(tree);
  const { head } = await openDefinitions(tree, tree, config);
  const target = parseTarget(options.address, options.project, head.projects);
  const found = find(head, target);
  const { attribute } = options;
  const explanation = explainFound({ side: ref, terraform: head, tree, config, found, attribute });
  return attribute === undefined ? explanation : selectAttribute(explanation, attribute);
}

function configOf(tree: Tree): Config {
  const { config, diagnostics } = loadConfig(tree);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error === undefined) return config;
  const { message, hint, source } = error;
  throw new UserError(message, {
    ...(hint === undefined ? {} : { hint }),
    ...(source === undefined ? {} : { place: { file: source.file, ...source.start } }),
  });
}
