import { describe, expect, it } from 'vitest';
import type { ProjectConfig } from '../../../../model/config.ts';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { missingProjects, openTerraform, ParseCache, readTerraform } from '../../index.ts';

const file =
  'variable "size" {}\nresource "x_y" "z" {\n  size = var.size\n  stage = terraform.workspace\n}\n';

function project(path: string, more: Partial<ProjectConfig> = {}): ProjectConfig {
  return { path, varFiles: [], variables: {}, ...more };
}

function open(projects: readonly ProjectConfig[], files: Record<string, string>) {
  return openTerraform(memoryTree(files), { projects, exclude: [], cache: new ParseCache() });
}

describe('configured projects', () => {
  it('evaluates one root once for each set of values', () => {
    const files = { 'live/main.tf': file, 'env/dev.tfvars': 'size = 1\n', 'env/prod.tfvars': 'size = 9\n' };
    const side = open(
      [
        project('live', {
          name: 'prod',
          workspace: 'p',
          varFiles: ['../env/dev.tfvars', '../env/prod.tfvars'],
        }),
        project('live', { workspace: 'd', varFiles: ['../env/dev.tfvars'] }),
      ],
      files,
    );
    const { resources, filesRead } = readTerraform(side);
    const shown = resources.map(({ project: id, attributes }) => {
      const [size, stage] = ['size', 'stage'].map((name) => attributes.entries.get(name));
      return [
        id,
        size?.kind === 'number' ? size.value.toFixed() : '',
        stage?.kind === 'string' ? stage.value : '',
      ];
    });
    expect(shown).toEqual([
      ['live@d', '1', 'd'],
      ['prod', '9', 'p'],
    ]);
    expect(filesRead).toEqual(['env/dev.tfvars', 'env/prod.tfvars', 'live/main.tf']);
  });

  it('reports a variable file that is not there', () => {
    const side = open([project('live', { varFiles: ['nothing.tfvars'] })], { 'live/main.tf': file });
    expect(readTerraform(side).diagnostics).toMatchObject([{ code: 'missing-var-file' }]);
  });

  it('reports a project that is on no side', () => {
    const projects = [project('a'), project('b'), project('c')];
    const base = open(projects, { 'a/main.tf': file });
    const head = open(projects, { 'b/main.tf': file });
    expect(missingProjects(projects, base, head).map(({ message }) => message)).toEqual([
      'Project c has no Terraform configuration in "c".',
    ]);
  });

  it.each([
    ['a path out of the repository', [project('../x')]],
    ['an absolute path', [project('/x')]],
    ['a variable file out of the repository', [project('x', { varFiles: ['../../y.tfvars'] })]],
    ['one name twice', [project('x'), project('./x/')]],
  ])('refuses %s', (_, projects) => {
    expect(() => open(projects, {})).toThrow(expect.objectContaining({ name: 'UserError' }));
  });
});
