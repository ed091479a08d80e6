import type { State } from '../../../iac/state/state.ts';
import type { TerraformResult } from '../../../iac/terraform/index.ts';
import type { Catalog } from '../../../estimate/catalog/catalog.ts';
import type { Config } from '../../../model/config.ts';
import type { OpenedDefinitions } from '../open-definitions.ts';
import type { GivenFiles } from './given.ts';
import { askedAttributes } from './kept.ts';
import { openPlans, withPlans } from './plans.ts';
import type { PlannedResults, ProjectPlans } from './plans.ts';
import { openStates, withStates } from './states.ts';

/** Plans and states, read, by the project that they are of. */
export interface OpenedFiles {
  readonly plans: readonly ProjectPlans[];
  readonly states: ReadonlyMap<string, State>;
  /** Ids of all projects that have one. */
  readonly projects: readonly string[];
}

/** No plans and no states. */
export const NO_FILES: OpenedFiles = { plans: [], states: new Map(), projects: [] };

/** Reads the given files. Throws UserError for one that cannot be read, and where it is not clear whose it is. */
export function openFiles(
  given: GivenFiles,
  sides: OpenedDefinitions,
  config: Config,
  catalog: Catalog,
  isOtherUsage: boolean,
): OpenedFiles {
  const asked = askedAttributes(catalog);
  // What does not change is shown and judged only where its cost changes: with its usage, or with what it follows.
  const keep = (type: string): ReadonlySet<string> | undefined =>
    isOtherUsage || catalog.entry(type)?.follow !== undefined ? undefined : asked(type);
  const plans = openPlans(given, sides, config.defaultRegions, keep);
  const states = openStates(given, sides, catalog, plans);
  return { plans, states, projects: [...plans.map(({ project }) => project), ...states.keys()] };
}

/** What the evaluation of both sides gave, with what the files say in its place and in its gaps. */
export function withFiles(
  before: TerraformResult,
  after: TerraformResult,
  files: OpenedFiles,
): PlannedResults {
  const planned = withPlans(before, after, files.plans);
  return { ...planned, ...withStates(planned.before, planned.after, files.states) };
}
