import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { readPlan } from '../../../iac/plan/read-plan.ts';
import type { Plan } from '../../../iac/plan/plan.ts';
import { openTerraform, ParseCache, readTerraform } from '../../../iac/terraform/index.ts';
import type { TerraformResult } from '../../../iac/terraform/index.ts';
import { withPlans } from './plans.ts';

function evaluated(files: Readonly<Record<string, string>>): TerraformResult {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  return readTerraform(openTerraform(memoryTree(files), options));
}

/** A plan that creates `x_y` resources with these names. */
function plan(names: readonly string[], more: object = {}): Plan {
  const resource_changes = names.map((name) => ({
    ...{ address: `x_y.${name}`, mode: 'managed', type: 'x_y', name },
    change: { actions: ['create'], before: null, after: {} },
  }));
  return readPlan(
    Buffer.from(JSON.stringify({ format_version: '1.2', resource_changes, ...more })),
    'p.json',
  );
}

const given = (project: string, one: Plan, basePlan?: Plan) => ({
  ...{ project, plan: one, regions: undefined, diagnostics: [] },
  ...(basePlan === undefined ? {} : { basePlan }),
});

it('leaves nothing of what the configuration of a project says beside its plan, and all of the others', () => {
  const text =
    'resource "x_y" "a" {}\nmodule "m" {\n  source = "example.com/m"\n}\nimport {\n  to = x_y.a\n  id = "i"\n}\n';
  const side = evaluated({ 'one/main.tf': text, 'two/main.tf': text });
  const projectsOf = (one: TerraformResult): unknown[] =>
    [one.resources, one.imported, one.unresolvedModules].map((list) => list.map(({ project }) => project));
  expect(projectsOf(side)).toEqual([
    ['one', 'two'],
    ['one', 'two'],
    ['one', 'two'],
  ]);
  expect(projectsOf(withPlans(side, side, [given('one', plan([]))]).after)).toEqual([
    ['two'],
    ['two'],
    ['two'],
  ]);
});

it('takes the places of a plan of the base from the configuration of the base', () => {
  const [base, head] = ['\n\n', '\n\n\n\n'].map((lines) =>
    evaluated({ 'main.tf': `${lines}resource "x_y" "a" {}\n` }),
  );
  if (base === undefined || head === undefined) throw new Error('There is none.');
  const { before, after } = withPlans(base, head, [given('.', plan(['a']), plan(['a']))]);
  expect([before, after].map(({ resources }) => resources.map(({ source }) => source.start.line))).toEqual([
    [3],
    [5],
  ]);
});

describe('a plan that does not know what the configuration has', () => {
  const two = 'resource "x_y" "a" {}\nresource "x_y" "b" {}\n';
  const many = Array.from({ length: 8 }, (_, index) => `resource "x_y" "r${index}" {}\n`).join('');
  it.each<[string, string, Plan, RegExp | undefined]>([
    ['all is there', two, plan(['a', 'b']), undefined],
    ['one is missing', two, plan(['a']), /: x_y\.b is not in it/],
    ['many are missing', many, plan(['r0']), /: x_y\.r1, .*x_y\.r5 and 2 more are not in it/],
    ['of a part of the configuration', two, plan(['a'], { complete: false }), undefined],
    ['of a failed planning', two, plan(['a'], { errored: true }), undefined],
    [
      'what may be none',
      'resource "x_y" "a" {\n  count = data.x_d.d.n\n}\ndata "x_d" "d" {}\n',
      plan([]),
      undefined,
    ],
  ])('%s', (_, text, one, expected) => {
    const side = evaluated({ 'main.tf': text });
    const stale = withPlans(side, side, [given('.', one)]).diagnostics.filter(
      ({ code }) => code === 'plan-stale',
    );
    if (expected === undefined) expect(stale).toEqual([]);
    else
      expect(stale).toMatchObject([
        { severity: 'warning', message: expect.stringMatching(expected) as string },
      ]);
  });
});
