import { expect, it } from 'vitest';
import { goneProjects } from './gone.ts';
import type { Project } from './project.ts';

const project = (id: string, path: string, varFiles: readonly string[] = []): Project => ({
  ...{ id, path, kind: 'root', varFiles, variables: {} },
});
const dev = project('infra@dev', 'infra', ['infra/dev.tfvars']);
const prod = project('infra@prod', 'infra', ['infra/prod.tfvars']);

it('says of a project that went away that its resources are only counted as deleted', () => {
  const found = goneProjects([dev, prod], [dev], new Map([['infra@prod', 3]]));
  expect(found).toMatchObject([
    {
      severity: 'warning',
      code: 'gone-project',
      message: 'Project infra@prod is gone, so its 3 resources count as deleted.',
      source: { file: 'infra/prod.tfvars' },
    },
  ]);
  expect(found[0]?.hint).toContain('destroys nothing by itself');
});

it('names the project that may be the same under another name', () => {
  const renamed = project('infra@production', 'infra', ['infra/production.tfvars']);
  const [found] = goneProjects([dev, prod], [dev, renamed], new Map([['infra@prod', 1]]));
  expect(found?.message).toBe('Project infra@prod is gone, so its resource counts as deleted.');
  expect(found?.hint).toContain('Project infra@production is new and has the same configuration.');
});

it('is quiet about projects that stay, and about those of which nothing counts as deleted', () => {
  expect(goneProjects([dev, prod], [dev], new Map())).toEqual([]);
  expect(goneProjects([dev], [dev, prod], new Map([['infra@dev', 1]]))).toEqual([]);
});

it('counts very many', () => {
  const many = Array.from({ length: 25 }, (_, index) => project(`p${index}`, `p${index}`));
  const found = goneProjects(many, [], new Map(many.map(({ id }) => [id, 1])));
  expect(found).toHaveLength(21);
  expect(found.at(-1)?.message).toMatch(/^5 more projects/);
});
