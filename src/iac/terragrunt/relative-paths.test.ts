import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { valueText } from '../../render/value.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { openTerragrunt } from './index.ts';

it('shows absolute paths in the repository as relative ones', () => {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(
    memoryTree({
      'live/a/terragrunt.hcl':
        'include "x" {\n  path = "${get_repo_root()}/nowhere.hcl"\n}\nterraform {\n  source = "../../m"\n}\n' +
        'inputs = { a = get_repo_root(), b = "${get_terragrunt_dir()}/x.sh" }\n',
      'm/main.tf': 'variable "a" {}\nvariable "b" {}\nresource "x_y" "z" {\n  v = [var.a, var.b]\n}\n',
    }),
    { exclude: [], cache },
  );
  const side = openTerraform(tree, { projects: [], exclude: [], cache, wrapped: projects });
  const { resources, diagnostics } = readTerraform(side);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'The included file "./nowhere.hcl" is not in the repository.',
  ]);
  const given = resources[0]?.attributes.entries.get('v');
  expect(valueText(given)).toMatch(/^\["\.", "\.\/live\/a\/x\.sh"\]/);
});
