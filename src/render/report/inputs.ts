import type { CheckResult, ProjectInput } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Inline, joined } from './document.ts';

/** Projects that are named; the others are counted. */
const MOST_NAMES = 30;

/** Variable files that are named of a project. */
const MOST_FILES = 3;

/**
 * The projects that were evaluated, what each was read from and how many resources it has; nothing for a result that does not
 * tell. Those that were given plans or states come first.
 */
export function inputItems({ inputs = [] }: CheckResult): Cell[] {
  const isGiven = ({ from, state }: ProjectInput): boolean => from !== 'hcl' || state !== undefined;
  const told = inputs.filter((input) => isGiven(input) || input.resources !== undefined);
  const sorted = [...told.filter(isGiven), ...told.filter((input) => !isGiven(input))];
  const more = sorted.length - MOST_NAMES;
  return [...sorted.slice(0, MOST_NAMES).map(inputItem), ...(more > 0 ? [plural(more, 'more project')] : [])];
}

function inputItem({ project, from, plan, basePlan, state, resources, varFiles = [] }: ProjectInput): Cell {
  const source = { hcl: 'configuration', plan: 'plan', 'plan-and-hcl': 'plan and configuration' }[from];
  const files: Inline[] = [
    ...named(' ', plan),
    ...named(', at the base ', basePlan),
    ...named(' with state ', state),
    ...(varFiles.length === 0 ? [] : [' with ', ...joined(varFiles.slice(0, MOST_FILES).map(code), ', ')]),
    ...(varFiles.length > MOST_FILES ? [` and ${plural(varFiles.length - MOST_FILES, 'more file')}`] : []),
    ...(resources === undefined ? [] : [`: ${plural(resources, 'resource')}`]),
  ];
  return ['Project ', code(project), ` from ${source}`, ...files];
}

function named(before: string, file: string | undefined): Inline[] {
  return file === undefined ? [] : [before, code(file)];
}
