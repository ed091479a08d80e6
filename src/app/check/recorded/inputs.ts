import type { TerraformResult } from '../../../iac/terraform/index.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { ProjectInput } from '../../../model/result.ts';
import type { OpenedFiles } from './open.ts';

/** What each project was read from, sorted by id. `written` is what the configurations of both sides gave. */
export function projectInputs(
  projects: readonly string[],
  files: OpenedFiles,
  written: { readonly before: TerraformResult; readonly after: TerraformResult },
): readonly ProjectInput[] {
  const withFiles = new Set([...written.before.projects, ...written.after.projects].map(({ id }) => id));
  const planned = new Map(files.plans.map((one) => [one.project, one]));
  return [...projects].sort(byCodePoint).map((project) => {
    const given = planned.get(project);
    const state = files.states.get(project)?.file;
    if (given === undefined) return { project, from: 'hcl', ...(state === undefined ? {} : { state }) };
    return {
      project,
      from: withFiles.has(project) ? 'plan-and-hcl' : 'plan',
      plan: given.plan.file,
      ...(given.basePlan === undefined ? {} : { basePlan: given.basePlan.file }),
    };
  });
}
