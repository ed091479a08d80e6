import { expect, it } from 'vitest';
import type { Plan } from '../../../iac/plan/plan.ts';
import { readPlan } from '../../../iac/plan/read-plan.ts';
import type { TerraformResult } from '../../../iac/terraform/index.ts';
import { withPlans } from './plans.ts';

const NOTHING: TerraformResult = {
  ...{ projects: [], resources: [], diagnostics: [], moved: [], forgotten: [], imported: [], gaps: [] },
  ...{ unresolvedModules: [], resolvedModules: [], filesRead: [] },
};

/** A plan that creates so many resources. */
function plan(count: number): Plan {
  const change = { actions: ['create'], before: null, after: {}, after_unknown: {} };
  const one = { address: 'x_y.z', mode: 'managed', type: 'x_y', name: 'z', change };
  const read = readPlan(
    Buffer.from(JSON.stringify({ format_version: '1.2', resource_changes: [one] })),
    'p.json',
  );
  const [first] = read.changes;
  if (first === undefined) throw new Error('There is none.');
  const changes = Array.from({ length: count }, (_, index) => ({ ...first, address: `x_y.z[${index}]` }));
  return { ...read, changes };
}

it('takes in more resources than a call takes arguments', () => {
  const plans = [{ project: '.', plan: plan(150_000), regions: undefined, diagnostics: [] }];
  expect(withPlans(NOTHING, NOTHING, plans).after.resources).toHaveLength(150_000);
}, 60_000);
