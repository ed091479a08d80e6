import { expect, it } from 'vitest';
import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { estimate } from '../estimate.ts';
import { readDimensions } from './dimensions.ts';

const of = (folder: string, by: string) =>
  estimate({
    ...{ folder, by: readDimensions(by), whatIf: [], now: '2026-11-01T00:00:00Z' },
    given: { plans: [], basePlans: [], states: [] },
  });

it('keeps errors of what it reads, though they are in no change', async () => {
  using repository = temporaryRepository();
  repository.commit({
    'main.tf':
      'terraform {\n  backend "s3" {}\n}\nresource "aws_sqs_queue" "q" {}\nresource "aws_sqs_queue" "q" {}\n',
  });
  const { diagnostics, resources } = await of(repository.folder, 'project');
  expect(diagnostics.map(({ severity, source }) => `${severity} ${source?.start.line ?? ''}`)).toEqual([
    'error 5',
  ]);
  expect(resources.map(({ cost }) => cost.address)).toEqual(['aws_sqs_queue.q']);
});

it('counts data transfer of the usage file to its region, and to centers that name its type', async () => {
  using repository = temporaryRepository();
  repository.commit({
    'main.tf': 'terraform {\n  backend "s3" {}\n}\nprovider "aws" {\n  region = "us-east-1"\n}\n',
    'tollgate-usage.yml':
      'resource_usage:\n  aws_data_transfer.out: { region: eu-west-1, monthly_outbound_internet_gb: 200 }\n',
    'tollgate.yml':
      'profit_centers:\n  - { id: PC-1, match: { tags: { Team: web } } }\n  - { id: PC-2, match: { types: [aws_data_transfer] } }\n',
  });
  const { breakdowns } = await of(repository.folder, 'region,tag:Team,profit_center,project');
  expect(breakdowns.map(({ groups }) => groups.map(({ kind, name }) => `${kind} ${name}`))).toEqual([
    ['value eu-west-1'],
    ['none not taggable'],
    ['value PC-2'],
    ['value tollgate-usage.yml'],
  ]);
});
