import { UserError } from '../../../lib/errors.ts';
import { fillFromState } from '../../../iac/state/fill.ts';
import { readState } from '../../../iac/state/read-state.ts';
import type { KeptAttributes, State } from '../../../iac/state/state.ts';
import type { TerraformResult } from '../../../iac/terraform/index.ts';
import type { Catalog } from '../../../estimate/catalog/catalog.ts';
import type { OpenedDefinitions } from '../open-definitions.ts';
import { ownProjectWarning, projectOf } from './assign.ts';
import { contentOf, givenFile } from './given.ts';
import { allAskedAttributes, askedAttributes } from './kept.ts';
import type { GivenFiles } from './given.ts';
import type { ProjectPlans } from './plans.ts';

/** Reads the given states and finds the project of each. Throws UserError for what is no state, and where a plan tells all. */
export function openStates(
  files: GivenFiles,
  sides: OpenedDefinitions,
  catalog: Catalog,
  plans: readonly ProjectPlans[],
): ReadonlyMap<string, State> {
  const found = new Map<string, State>();
  const keep = keptAttributes(catalog);
  for (const argument of files.states) {
    const file = givenFile(argument, files.folder);
    const state = readState(contentOf(file), file.name, keep);
    const managed = state.objects.filter(({ mode }) => mode === 'managed').map(({ address }) => address);
    const project = projectOf(file, managed, sides);
    if (ownProjectWarning(file.name, project, sides).length > 0) {
      throw new UserError(`There is no project ${project}, whose gaps ${file.name} could fill.`, {
        place: { file: file.name },
        hint: 'Name a project of the repository, as PROJECT=FILE.',
      });
    }
    const other = found.get(project) ?? plans.find((one) => one.project === project)?.plan;
    if (other !== undefined) {
      throw new UserError(`${other.file} and ${file.name} are both for project ${project}.`, {
        hint: 'Give one of them: a plan tells all that a state does.',
      });
    }
    found.set(project, state);
  }
  return found;
}

/** What is kept of a state: what is asked of the type; of a data source, what is asked of any type. */
function keptAttributes(catalog: Catalog): KeptAttributes {
  const any = allAskedAttributes(catalog);
  const asked = askedAttributes(catalog);
  return (type, mode) => (mode === 'data' ? any : asked(type));
}

/** Both sides with what the states of their projects know. */
export function withStates(
  before: TerraformResult,
  after: TerraformResult,
  states: ReadonlyMap<string, State>,
): { readonly before: TerraformResult; readonly after: TerraformResult } {
  let [base, head] = [before.resources, after.resources];
  for (const [project, state] of states) {
    const isIts = (resource: { readonly project: string }): boolean => resource.project === project;
    const filled = fillFromState(base.filter(isIts), head.filter(isIts), state, after.moved.filter(isIts));
    base = [...base.filter((one) => !isIts(one)), ...filled.base];
    head = [...head.filter((one) => !isIts(one)), ...filled.head];
  }
  return { before: { ...before, resources: base }, after: { ...after, resources: head } };
}
