import { UserError } from '../../../lib/errors.ts';
import type { KeptUnchanged } from '../../../iac/plan/change.ts';
import type { Plan } from '../../../iac/plan/plan.ts';
import { readPlan } from '../../../iac/plan/read-plan.ts';
import { asApplied } from '../../../iac/plan/as-applied.ts';
import { planSides } from '../../../iac/plan/sides.ts';
import type { PlanSides } from '../../../iac/plan/sides.ts';
import { WrittenIndex } from '../../../iac/plan/written-index.ts';
import type { TerraformResult } from '../../../iac/terraform/index.ts';
import type { Regions } from '../../../model/config.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { OpenedDefinitions } from '../open-definitions.ts';
import { ownProjectWarning, projectOf } from './assign.ts';
import { contentOf, givenFile } from './given.ts';
import type { GivenFiles } from './given.ts';
import { staleWarning } from './stale.ts';
import { append } from '../../../lib/append.ts';

/** The plans of a project. */
export interface ProjectPlans {
  readonly project: string;
  readonly plan: Plan;
  /** Of the base: the change is what `plan` leads to beside it. Without it, what `plan` does to what is deployed. */
  readonly basePlan?: Plan;
  readonly regions: Regions | undefined;
  /** Of finding the project. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the given plans and finds the project of each. Throws UserError for what is no plan, or where two are for one project. */
export function openPlans(
  files: GivenFiles,
  sides: OpenedDefinitions,
  regions: Regions | undefined,
  keep?: KeptUnchanged,
): readonly ProjectPlans[] {
  const isPair = files.basePlans.length > 0;
  const plans = assigned(files.plans, files.folder, sides, isPair ? undefined : keep);
  const basePlans = assigned(files.basePlans, files.folder, sides, undefined);
  for (const [project, { file }] of basePlans) {
    if (plans.has(project)) continue;
    throw new UserError(`${file} is the base of a plan that is not given: project ${project} has none.`, {
      place: { file },
      hint: 'Give the plan of the head with --plan.',
    });
  }
  return [...plans].map(([project, plan]) => {
    const basePlan = basePlans.get(project);
    const known = [...sides.head.projects, ...sides.base.projects].find(({ id }) => id === project);
    return {
      project,
      plan,
      ...(basePlan === undefined ? {} : { basePlan }),
      regions: known?.regions ?? regions,
      diagnostics: ownProjectWarning(plan.file, project, sides),
    };
  });
}

function assigned(
  list: readonly string[],
  folder: string | undefined,
  sides: OpenedDefinitions,
  keep: KeptUnchanged | undefined,
): Map<string, Plan> {
  const found = new Map<string, Plan>();
  for (const argument of list) {
    const file = givenFile(argument, folder);
    const plan = readPlan(contentOf(file), file.name, keep);
    const project = projectOf(file, addressesOf(plan), sides);
    const other = found.get(project);
    if (other !== undefined) {
      throw new UserError(`${other.file} and ${file.name} are both for project ${project}.`, {
        hint: 'Give one plan for each project, as PROJECT=FILE.',
      });
    }
    found.set(project, plan);
  }
  return found;
}

/** Addresses that tell the project: of what will be there, or of all when nothing will. */
function addressesOf({ changes }: Plan): readonly string[] {
  const managed = changes.filter(({ mode }) => mode === 'managed');
  const after = managed.filter(({ action }) => action !== 'delete' && action !== 'forget');
  return (after.length === 0 ? managed : after).map(({ address }) => address);
}

/** Both sides of a comparison with what plans say in place of what configurations say. */
export interface PlannedResults {
  readonly before: TerraformResult;
  readonly after: TerraformResult;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts the resources of plans in the place of those that the evaluation of their projects gave, on both sides. Modules that
 * are not in the repository are no gap there: the plan has what is in them.
 */
export function withPlans(
  before: TerraformResult,
  after: TerraformResult,
  plans: readonly ProjectPlans[],
): PlannedResults {
  if (plans.length === 0) return { before, after, diagnostics: [] };
  const planned = new Set(plans.map(({ project }) => project));
  const [base, head] = [withoutProjects(before, planned), withoutProjects(after, planned)];
  const diagnostics: Diagnostic[] = [];
  for (const one of plans) {
    const written = { base: writtenOf(before, one.project), head: writtenOf(after, one.project) };
    const sides = sidesOf(one, written);
    append(base.resources, sides.base);
    append(head.resources, sides.head);
    append(head.moved, sides.moved);
    append(head.forgotten, sides.forgotten);
    append(head.gaps, sides.gaps);
    const found = [...one.diagnostics, ...(one.basePlan?.diagnostics ?? []), ...one.plan.diagnostics];
    diagnostics.push(...found, ...staleWarning(one.plan, written.head, one.project));
  }
  return { before: base, after: head, diagnostics };
}

/** Of one plan what is before and after it; of two what is after each, as far as the later one tells. */
function sidesOf(
  { project, plan, basePlan, regions }: ProjectPlans,
  written: { base: WrittenIndex; head: WrittenIndex },
): PlanSides {
  const isPair = basePlan !== undefined;
  const sides = planSides(plan, { project, written, regions, isPair });
  if (!isPair) return sides;
  const index = { base: written.base, head: written.base };
  const before = asApplied(basePlan, plan);
  return { ...sides, base: planSides(before, { project, written: index, regions, isPair }).head };
}

function writtenOf({ resources }: TerraformResult, project: string): WrittenIndex {
  return new WrittenIndex(resources.filter((resource) => resource.project === project));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

function withoutProjects(result: TerraformResult, projects: ReadonlySet<string>): Mutable<TerraformResult> {
  const others = <T extends { readonly project?: string }>(list: readonly T[]): T[] =>
    list.filter(({ project }) => project === undefined || !projects.has(project));
  return {
    ...result,
    projects: [...result.projects],
    diagnostics: [...result.diagnostics],
    filesRead: [...result.filesRead],
    resources: others(result.resources),
    moved: others(result.moved),
    forgotten: others(result.forgotten),
    imported: others(result.imported),
    gaps: others(result.gaps),
    unresolvedModules: others(result.unresolvedModules),
  };
}
