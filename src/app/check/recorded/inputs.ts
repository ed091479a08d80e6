import type { TerraformResult } from '../../../iac/terraform/index.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { ProjectInput } from '../../../model/result.ts';
import type { ProjectPlans } from './plans.ts';

/** What each project was read from, sorted by id. `written` is what the configurations of both sides gave. */
export function projectInputs(
  projects: readonly string[],
  plans: readonly ProjectPlans[],
  written: { readonly before: TerraformResult; readonly after: TerraformResult },
): readonly ProjectInput[] {
  const withFiles = new Set([...written.before.projects, ...written.after.projects].map(({ id }) => id));
  const planned = new Map(plans.map((one) => [one.project, one]));
  return [...projects].sort(byCodePoint).map((project) => {
    const given = planned.get(project);
    if (given === undefined) return { project, from: 'hcl' };
    return {
      project,
      from: withFiles.has(project) ? 'plan-and-hcl' : 'plan',
      plan: given.plan.file,
      ...(given.basePlan === undefined ? {} : { basePlan: given.basePlan.file }),
    };
  });
}
