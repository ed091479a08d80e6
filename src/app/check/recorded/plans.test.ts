import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryRepository } from '../../../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../../../test/support/temporary-repository.ts';
import { UserError } from '../../../lib/errors.ts';
import type { CheckResult } from '../../../model/result.ts';
import { check } from '../../check.ts';
import type { GivenFiles } from './given.ts';

const provider = 'provider "aws" {\n  region = "eu-west-1"\n}\n';
const instance = (name: string, type: string): string =>
  `resource "aws_instance" "${name}" {\n  ami           = "ami-1"\n  instance_type = "${type}"\n}\n`;

interface Planned {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  readonly previous?: string;
}

/** A plan of instances whose types change. */
function plan(...objects: readonly Planned[]): string {
  const values = (type: string | undefined): object | null =>
    type === undefined ? null : { ami: 'ami-1', instance_type: type };
  return JSON.stringify({
    format_version: '1.2',
    resource_changes: objects.map(({ name, before, after, previous }) => ({
      ...{ address: `aws_instance.${name}`, mode: 'managed', type: 'aws_instance', name },
      ...{ provider_name: 'registry.terraform.io/hashicorp/aws', previous_address: previous },
      change: {
        actions:
          before === undefined
            ? ['create']
            : after === undefined
              ? ['delete']
              : before === after
                ? ['no-op']
                : ['update'],
        ...{ before: values(before), after: values(after), after_unknown: {} },
      },
    })),
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
      root_module: {},
    },
  });
}

/** What the check of a repository says with these files beside it. */
async function checked(
  repository: TemporaryRepository,
  files: Readonly<Record<string, string>>,
  given: Partial<GivenFiles>,
  head?: string,
): Promise<CheckResult> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository.folder, path)), { recursive: true });
    writeFileSync(join(repository.folder, path), text);
  }
  const { result } = await check({
    ...{ repository: repository.folder, base: 'main', now: '2026-11-01T00:00:00Z' },
    ...(head === undefined ? {} : { head }),
    given: { plans: [], basePlans: [], states: [], folder: repository.folder, ...given },
  });
  return result;
}

const shown = ({ changes }: CheckResult): string[] =>
  changes.map(({ change }) => `${change.action} ${change.project}:${change.address}`).sort();

const web = { name: 'web', before: 'm5.large', after: 'm5.xlarge' };

describe('a plan for a project', () => {
  it('takes the place of both sides, and says so', async () => {
    using repository = temporaryRepository();
    repository.commit({ 'main.tf': provider + instance('web', 't3.nano') });
    const result = await checked(
      repository,
      { 'plan.json': plan(web, { name: 'far', after: 'm5.large' }) },
      { plans: ['plan.json'] },
    );
    expect(shown(result)).toEqual(['create .:aws_instance.far', 'update .:aws_instance.web']);
    expect(result.inputs).toEqual([{ project: '.', from: 'plan-and-hcl', resources: 2, plan: 'plan.json' }]);
    expect(result.changes.map(({ head, change }) => (head ?? change.head)?.source.file).sort()).toEqual([
      'main.tf',
      'plan.json',
    ]);
  });

  it('works without any definitions', async () => {
    using repository = temporaryRepository();
    repository.commit({});
    const result = await checked(repository, { 'p/plan.json': plan(web) }, { plans: ['shop=p/plan.json'] });
    expect(shown(result)).toEqual(['update shop:aws_instance.web']);
    expect(result.inputs).toEqual([{ project: 'shop', from: 'plan', resources: 1, plan: 'p/plan.json' }]);
  });

  it('warns when the configuration has what the plan does not', async () => {
    using repository = temporaryRepository();
    repository.commit({ 'main.tf': provider + instance('web', 'm5.large') + instance('new', 'm5.large') });
    const { diagnostics } = await checked(repository, { 'plan.json': plan(web) }, { plans: ['plan.json'] });
    expect(diagnostics).toMatchObject([
      { code: 'plan-stale', severity: 'warning', source: { file: 'main.tf' } },
    ]);
    expect(diagnostics[0]?.message).toContain('aws_instance.new is not in it');
  });

  it('beside a plan of the base: what one leads to more than the other', async () => {
    using repository = temporaryRepository();
    repository.commit({ 'main.tf': provider });
    const files = {
      'base.json': plan(
        { name: 'web', before: 'm5.large', after: 'm5.xlarge' },
        { name: 'old', after: 'm5.large' },
      ),
      'plan.json': plan(
        { name: 'web', before: 'm5.large', after: 'm5.xlarge' },
        { name: 'new', after: 'm5.large' },
      ),
    };
    const result = await checked(repository, files, { plans: ['plan.json'], basePlans: ['base.json'] });
    expect(shown(result)).toEqual(['create .:aws_instance.new', 'delete .:aws_instance.old']);
    expect(result.inputs).toMatchObject([{ plan: 'plan.json', basePlan: 'base.json' }]);
  });
});

describe('which project a plan is for', () => {
  const two = {
    'shop/main.tf': provider + instance('web', 'm5.large'),
    'stock/main.tf': provider + instance('api', 'm5.large'),
  };

  it('the one that declares what is in it', async () => {
    using repository = temporaryRepository();
    repository.commit(two);
    const result = await checked(
      repository,
      { 'plan.json': plan({ ...web, name: 'api' }) },
      { plans: ['plan.json'] },
    );
    expect(shown(result)).toEqual(['update stock:aws_instance.api']);
  });

  it.each([
    [
      'none declares all of it',
      ['plan.json'],
      { 'plan.json': plan(web, { name: 'api', after: 'm5.large' }) },
      /No project declares all.*: shop, stock\./,
    ],
    [
      'a name that is no project',
      ['shopp=plan.json'],
      { 'plan.json': plan(web) },
      /There is no project "shopp"/,
    ],
    [
      'another name for what a project declares',
      ['production=plan.json'],
      { 'plan.json': plan(web) },
      /There is no project "production", and shop declares all that is in plan\.json/,
    ],
    [
      'two for one',
      ['plan.json', 'shop=other.json'],
      { 'plan.json': plan(web), 'other.json': plan(web) },
      /are both for project shop/,
    ],
    ['no such file', ['shop=plan.json'], {}, /There is no file plan\.json/],
    ['a folder', ['shop=stock'], {}, /stock is a folder/],
    ['no file', ['shop='], {}, /names no file/],
  ])('is not clear: %s', async (_, plans, files, expected) => {
    using repository = temporaryRepository();
    repository.commit(two);
    const failed = await checked(repository, files, { plans }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(UserError);
    expect((failed as UserError).message).toMatch(expected);
    expect((failed as UserError).message).not.toContain(repository.folder);
  });

  it('one of its own beside those of the repository, and says so', async () => {
    using repository = temporaryRepository();
    repository.commit(two);
    const files = { 'plan.json': plan({ ...web, name: 'elsewhere' }) };
    const result = await checked(repository, files, { plans: ['production=plan.json'] });
    expect(shown(result)).toEqual(['update production:aws_instance.elsewhere']);
    expect(result.diagnostics).toMatchObject([{ code: 'plan-own-project', severity: 'warning' }]);
    expect(result.diagnostics[0]?.message).toContain('beside those of the repository: shop, stock.');
  });

  it('none for a state under a name that is no project', async () => {
    using repository = temporaryRepository();
    repository.commit(two);
    const state = JSON.stringify({ version: 4, resources: [] });
    const failed = checked(repository, { 's.json': state }, { states: ['production=s.json'] });
    await expect(failed).rejects.toThrow(/There is no project .*production/);
  });

  it.each([
    [
      'a plan and a state',
      { plans: ['shop=plan.json'], states: ['shop=s.json'] },
      /plan\.json and s\.json are both/,
    ],
    ['two states', { plans: [], states: ['shop=s.json', 'shop=t.json'] }, /s\.json and t\.json are both/],
  ])('%s are not for one', async (_, given, expected) => {
    using repository = temporaryRepository();
    repository.commit(two);
    const state = JSON.stringify({ version: 4, resources: [] });
    const files = { 'plan.json': plan(web), 's.json': state, 't.json': state };
    await expect(checked(repository, files, given)).rejects.toThrow(expected);
  });

  it('a base plan alone is none', async () => {
    using repository = temporaryRepository();
    repository.commit(two);
    const failed = checked(repository, { 'plan.json': plan(web) }, { basePlans: ['shop=plan.json'] });
    await expect(failed).rejects.toThrow(/is the base of a plan that is not given/);
  });

  it('refuses a file that the change brings, where that is forbidden', async () => {
    using repository = temporaryRepository();
    const head = repository.commit({ ...two, 'plan.json': plan(web) });
    const given = { plans: ['shop=plan.json'], onlyUncommitted: true };
    await expect(checked(repository, {}, given, head)).rejects.toThrow(/plan\.json is part of the commit/);
  });
});
