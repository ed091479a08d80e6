import type { CheckResult, ProjectInput } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Inline } from './document.ts';

/** Projects that are named; the others are counted. */
const MOST_NAMES = 10;

/** What was read in place of configurations, project by project; nothing when nothing was. */
export function inputItems(result: CheckResult): Cell[] {
  const given = (result.inputs ?? []).filter(({ from, state }) => from !== 'hcl' || state !== undefined);
  if (given.length === 0) return [];
  const others = (result.inputs ?? []).length - given.length;
  const more = given.length - MOST_NAMES;
  return [
    ...given.slice(0, MOST_NAMES).map(inputItem),
    ...(more > 0 ? [`${plural(more, 'more project')} from plans or states`] : []),
    ...(others > 0 ? [`${plural(others, 'project')} from configuration`] : []),
  ];
}

function inputItem({ project, from, plan, basePlan, state }: ProjectInput): Cell {
  const source = { hcl: 'configuration', plan: 'plan', 'plan-and-hcl': 'plan and configuration' }[from];
  const files: Inline[] = [
    ...named(' ', plan),
    ...named(', at the base ', basePlan),
    ...named(' with state ', state),
  ];
  return [code(project), ` from ${source}`, ...files];
}

function named(before: string, file: string | undefined): Inline[] {
  return file === undefined ? [] : [before, code(file)];
}
