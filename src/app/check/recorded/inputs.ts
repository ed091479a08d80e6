import type { TerraformResult } from '../../../iac/terraform/index.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { ProjectInput } from '../../../model/result.ts';
import type { OpenedFiles } from './open.ts';

/**
 * What each project was read from, sorted by id. `written` is what the configurations of both sides gave, and that of
 * projects that the change does not touch.
 */
export function projectInputs(
  projects: readonly string[],
  files: OpenedFiles,
  written: {
    readonly before: TerraformResult;
    readonly after: TerraformResult;
    readonly rest?: TerraformResult;
  },
): readonly ProjectInput[] {
  const { before, after, rest } = written;
  const read = [before, rest, after].flatMap((result) => result?.projects ?? []);
  const withFiles = new Map(read.map((project) => [project.id, project]));
  const planned = new Map(files.plans.map((one) => [one.project, one]));
  return [...projects].sort(byCodePoint).map((project) => {
    const given = planned.get(project);
    const state = files.states.get(project)?.file;
    const { varFiles = [] } = withFiles.get(project) ?? {};
    const named = { project, ...(varFiles.length === 0 ? {} : { varFiles }) };
    if (given === undefined) return { ...named, from: 'hcl', ...(state === undefined ? {} : { state }) };
    return {
      ...named,
      from: withFiles.has(project) ? 'plan-and-hcl' : 'plan',
      plan: given.plan.file,
      ...(given.basePlan === undefined ? {} : { basePlan: given.basePlan.file }),
    };
  });
}
