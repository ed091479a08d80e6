import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { callsElsewhere, openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import type { Packages } from '../terraform/index.ts';
import { openTerragrunt } from './index.ts';

const files = {
  'live/vpc/terragrunt.hcl':
    'terraform {\n  source = "tfr://registry.example.com/ns/vpc/aws//sub?version=1.2.3"\n}\ninputs = { v = "given" }\n',
};

const mount = '.terraform/modules/registry.example.com/ns/vpc/aws/1.2.3';

const packages: Packages = {
  mounts: new Map([
    [
      mount,
      memoryTree({
        'sub/main.tf': 'variable "v" {}\nmodule "m" {\n  source = "../other"\n  v      = var.v\n}\n',
        'other/main.tf': 'variable "v" {}\nresource "x_y" "z" {\n  v = var.v\n}\n',
      }),
    ],
  ]),
  find: ({ source, version }) =>
    source === 'registry.example.com/ns/vpc/aws//sub' && version === '1.2.3'
      ? { kind: 'found', folder: `${mount}/sub`, packageFolder: mount, origin: 'registry 1.2.3' }
      : undefined,
};

function open(found?: Packages) {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(memoryTree(files), { exclude: [], cache });
  const options = { projects: [], exclude: [], cache, wrapped: projects };
  return openTerraform(tree, found === undefined ? options : { ...options, packages: found });
}

it('asks for the root module of a unit as for a module that is called', () => {
  const { loader, projects } = open();
  expect(callsElsewhere(loader, projects)).toMatchObject([
    {
      wanted: { source: 'registry.example.com/ns/vpc/aws//sub', version: '1.2.3' },
      source: { file: 'live/vpc/terragrunt.hcl', start: { line: 2 } },
    },
  ]);
});

it('evaluates a root module that was found', () => {
  const side = open(packages);
  const { resources, unresolvedModules, diagnostics } = readTerraform(side);
  expect(resources.map(({ address, project }) => [project, address])).toEqual([
    ['live/vpc', 'module.m.x_y.z'],
  ]);
  expect(resources[0]?.attributes.entries.get('v')).toMatchObject({ value: 'given' });
  expect([...unresolvedModules, ...diagnostics]).toEqual([]);
  expect(callsElsewhere(side.loader, side.projects)).toMatchObject([
    { found: { origin: 'registry 1.2.3' }, source: { file: 'live/vpc/terragrunt.hcl' } },
  ]);
});
