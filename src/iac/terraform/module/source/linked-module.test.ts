import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryRepository } from '../../../../../test/support/temporary-repository.ts';
import { gitTree } from '../../../../tree/git-tree.ts';
import { ObjectStore } from '../../../../tree/objects.ts';
import { openTerraform, ParseCache, readTerraform, touchedProjects } from '../../index.ts';

it('a module behind a link to a folder of the repository is read, and is no root of its own', () => {
  using repository = temporaryRepository();
  repository.write({
    'live/main.tf':
      'terraform {\n  backend "s3" {}\n}\nmodule "a" {\n  source = "./linked"\n}\nmodule "b" {\n  source = "./linked/sub"\n}\n' +
      'module "out" {\n  source = "./outside"\n}\n',
    'modules/web/main.tf': 'resource "x_y" "web" {\n  path = path.module\n}\n',
    'modules/web/sub/main.tf': 'resource "x_y" "sub" {}\n',
  });
  symlinkSync('../modules/web', join(repository.folder, 'live/linked'));
  symlinkSync('../../elsewhere', join(repository.folder, 'live/outside'));
  const store = new ObjectStore(repository.folder);
  const open = (commit: string) =>
    openTerraform(
      gitTree(store, commit, (path) => path.endsWith('.tf')),
      {
        projects: [],
        exclude: [],
        cache: new ParseCache(),
      },
    );
  const base = open(repository.commit({}));
  const head = open(repository.commit({ 'modules/web/main.tf': 'resource "x_y" "web" {}\n' }));
  const { projects, resources, diagnostics } = readTerraform(base);
  expect(projects.map(({ id }) => id)).toEqual(['live']);
  expect(resources.map(({ address, source }) => `${address} ${source.file}`)).toEqual([
    'module.a.x_y.web modules/web/main.tf',
    'module.b.x_y.sub modules/web/sub/main.tf',
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['unresolved-module']);
  expect([...touchedProjects(base, head)]).toEqual(['live']);
});
