import { expect, it } from 'vitest';
import type { ProjectConfig } from '../../../../model/config.ts';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../../index.ts';

type Files = Readonly<Record<string, string>>;

/** Where values of no variable are told of. */
function told(files: Files, projects: readonly ProjectConfig[] = []): string[] {
  const root = 'terraform {\n  backend "s3" {}\n}\nvariable "size" {}\n';
  const tree = memoryTree({ 'app/main.tf': root, ...files });
  const { diagnostics } = readTerraform(
    openTerraform(tree, { projects, exclude: [], cache: new ParseCache() }),
  );
  return diagnostics
    .filter(({ code }) => code === 'undeclared-variable')
    .map(({ source }) => `${source?.file ?? ''}:${source?.start.line ?? ''}`);
}

const values = 'size = 1\nother = 2\n';

it('says nothing of a file that was only found', () => {
  expect(told({ 'environments/prod.tfvars': values })).toEqual([]);
  expect(told({ 'app/envs/prod/terraform.tfvars': values })).toEqual([]);
});

it('says where the value stands in a file that the root loads by itself', () => {
  expect(told({ 'app/terraform.tfvars': values })).toEqual(['app/terraform.tfvars:2']);
});

it('says where the value stands in a file that is configured', () => {
  const project = { path: 'app', varFiles: ['prod.tfvars'], variables: {} };
  expect(told({ 'app/prod.tfvars': values }, [project])).toEqual(['app/prod.tfvars:2']);
});

it('has no place for a value of the configuration', () => {
  const project = { path: 'app', varFiles: [], variables: { other: '2' } };
  expect(told({}, [project])).toEqual([':']);
});
