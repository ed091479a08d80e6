import { expect, it } from 'vitest';
import { temporaryRepository } from '../../../../../test/support/temporary-repository.ts';
import { check } from '../../../../app/check.ts';

const files = {
  'tollgate.yml': 'version: 1\nprojects: [{ path: app }, { path: live/listed }]\n',
  'app/main.tf': 'resource "aws_ebs_volume" "x" {\n  size = 1\n}\n',
  'mod/main.tf': 'variable "s" {}\nresource "aws_ebs_volume" "d" {\n  size = var.s\n}\n',
  'live/_common/db.hcl':
    'locals {\n  all = yamldecode(file("sizes.yml"))\n}\nterraform {\n  source = "${get_repo_root()}/mod"\n}\ninputs = { s = local.all.s }\n',
  'live/_common/sizes.yml': 's: 1\n',
  'live/prod/terragrunt.hcl': 'include "c" {\n  path = "../_common/db.hcl"\n}\n',
  'live/test/terragrunt.hcl': 'include "c" {\n  path = "../_common/db.hcl"\n}\n',
  'live/listed/terragrunt.hcl':
    'terraform {\n  source = "../../mod"\n}\ninputs = yamldecode(file("own.yml"))\n',
  'live/listed/own.yml': 's: 1\n',
  'README.md': 'x',
};

/** The verdict, and what is said of files that are not judged. */
async function told(changes: Readonly<Record<string, string>>): Promise<string[]> {
  using repository = temporaryRepository();
  const [base, head] = [repository.commit(files), repository.commit(changes)];
  const { result } = await check({ repository: repository.folder, base, head, now: '2026-11-01T00:00:00Z' });
  const said = result.diagnostics.filter(({ code }) => code === 'not-evaluated');
  return [result.verdict.state, ...said.map(({ message }) => message)];
}

const not = (path: string, who: string): string =>
  `${path} changed, which only projects read that are not listed: ${who}. What it changes is not judged.`;

it.each<[keyof typeof files, string, string[]]>([
  ['live/_common/db.hcl', '# more\n', ['warn', not('live/_common/db.hcl', 'live/prod and 1 more')]],
  ['live/_common/sizes.yml', 's: 5000\n', ['warn', not('live/_common/sizes.yml', 'live/prod and 1 more')]],
  ['live/prod/terragrunt.hcl', '# more\n', ['warn', not('live/prod/terragrunt.hcl', 'live/prod')]],
  ['live/listed/own.yml', 's: 1\n# more\n', ['pass']],
  ['README.md', 'more', ['pass']],
])('a change of %s beside a list of projects', async (path, more, expected) => {
  expect(await told({ [path]: path.endsWith('.hcl') ? files[path] + more : more })).toEqual(expected);
});
