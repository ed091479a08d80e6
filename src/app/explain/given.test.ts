import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../../test/support/temporary-repository.ts';
import { renderExplanationJson } from '../../render/explain/json.ts';
import { renderExplanation } from '../../render/explain/terminal.ts';
import { explain } from '../explain.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/explain.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const PLAN = {
  format_version: '1.2',
  resource_changes: [
    {
      ...{ address: 'aws_instance.i', mode: 'managed', type: 'aws_instance', name: 'i' },
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: {
        actions: ['create'],
        before: null,
        after: { ami: 'ami-1', instance_type: 'm5.large' },
        after_unknown: {},
      },
    },
  ],
  configuration: { root_module: {} },
};

let repository: TemporaryRepository;
beforeEach(() => {
  repository = temporaryRepository();
});
afterEach(() => {
  repository[Symbol.dispose]();
});

test('the values of a plan stand in for those of the configuration, and that is said', async () => {
  repository.commit({
    'main.tf': 'variable "size" {}\nresource "aws_instance" "i" {\n  instance_type = var.size\n}\n',
  });
  repository.write({ 'plan.json': JSON.stringify(PLAN) });
  const request = { repository: repository.folder, address: 'aws_instance.i', attribute: 'instance_type' };
  const written = await explain(request);
  expect(written.values).toMatchObject([{ value: { kind: 'unknown' } }]);
  expect(written.input).toBeUndefined();
  const given = { plans: ['plan.json'], basePlans: [], states: [], folder: repository.folder };
  const planned = await explain({ ...request, given });
  expect(planned.values).toMatchObject([{ value: { value: 'm5.large' } }]);
  expect(renderExplanation(planned, { color: false, width: 100 })).toContain(
    'the values are those of the plan plan.json',
  );
  const json = renderExplanationJson(planned, { toolVersion: '1.0.0' });
  validate(JSON.parse(json));
  expect(validate.errors).toBeNull();
  expect(json).toContain('"plan": "plan.json"');
});

test('a project per environment, with the values of its own file', async () => {
  repository.commit({
    'infra/main.tf':
      'terraform {\n  backend "s3" {}\n}\nvariable "size" {}\nresource "aws_instance" "i" {\n  instance_type = var.size\n}\n',
    'infra/dev.tfvars': 'size = "m5.large"\n',
    'infra/prod.tfvars': 'size = "m5.xlarge"\n',
  });
  const request = { repository: repository.folder, attribute: 'instance_type' };
  const { values, project } = await explain({ ...request, address: 'infra@prod:aws_instance.i' });
  expect([project, values[0]?.places[0]]).toMatchObject([
    'infra@prod',
    { role: 'variable file', source: { file: 'infra/prod.tfvars' } },
  ]);
  await expect(explain({ ...request, address: 'aws_instance.i' })).rejects.toThrow('2 projects have');
});

test('of a unit whose root module cannot be told it says why and what to do', async () => {
  repository.commit({
    'live/a/terragrunt.hcl': 'terraform {\n  source = "../../modules/${get_env("NAME")}"\n}\n',
  });
  await expect(
    explain({ repository: repository.folder, address: 'live/a:aws_instance.i' }),
  ).rejects.toMatchObject({
    message:
      'Nothing is known of aws_instance.i: the root module of project live/a was not read. The source cannot be told: get_env("NAME") has no value in the sources.',
    hint: 'Tell NAME under "terragrunt.env" in tollgate.yml.',
    place: { file: 'live/a/terragrunt.hcl', line: 2 },
  });
});
