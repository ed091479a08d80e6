import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import {
  notEvaluated,
  openTerraform,
  ParseCache,
  readTerraform,
  touchedProjects,
} from '../terraform/index.ts';
import type { TerraformSide } from '../terraform/index.ts';
import { openTerragrunt } from './index.ts';

type Files = Readonly<Record<string, string>>;

const MODULE = 'variable "v" {}\nprovider "x" {\n  v = 1\n}\nresource "x_y" "z" {\n  v = var.v\n}\n';
const unit = (source: string): string => `terraform {\n  source = ${source}\n}\ninputs = { v = 1 }\n`;
const UNKNOWN = 'get_env("STAGE") == "prod" ? "git::https://example.com/x//aws/a" : "../../aws//a"';

function open(files: Files, base?: TerraformSide): TerraformSide {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(memoryTree(files), { exclude: [], cache });
  return openTerraform(tree, { projects: [], exclude: [], cache, wrapped: projects }, base?.projects);
}

function compare(before: Files, after: Files) {
  const base = open(before);
  const head = open(after, base);
  const [was, is] = [readTerraform(base), readTerraform(head)];
  const left = notEvaluated(base, head, new Set([...was.filesRead, ...is.filesRead]));
  return { base, head, was, is, left };
}

const fingerprints = ({ unresolvedModules }: ReturnType<typeof readTerraform>): (string | undefined)[] =>
  unresolvedModules.map(({ fingerprint }) => fingerprint);

describe('the folder that the source of a unit can be', () => {
  it.each<[string, string, string]>([
    ['on a side of a conditional', UNKNOWN, 'Tell STAGE under "terragrunt.env" in tollgate.yml.'],
    [
      'below a known folder',
      '"../../aws/${get_env("NAME")}"',
      'Tell NAME under "terragrunt.env" in tollgate.yml.',
    ],
    [
      'anywhere',
      'run_cmd("where")',
      'Environment variables and feature flags can be told under "terragrunt" in tollgate.yml.',
    ],
  ])('%s is told of when it changes', (_, source, hint) => {
    const files = { 'live/a/terragrunt.hcl': unit(source), 'aws/a/main.tf': '# none\nvariable "v" {}\n' };
    const { left } = compare(files, { ...files, 'aws/a/main.tf': 'data "x_y" "z" {}\n' });
    expect(left).toMatchObject([
      {
        severity: 'warning',
        source: { file: 'aws/a/main.tf' },
        message:
          'aws/a changed, and it cannot be told whether it is the source of live/a, so it was not evaluated.',
        hint,
      },
    ]);
  });

  it.each<[string, Files, boolean]>([
    ['a file of it', { 'aws/a/main.tf': `${MODULE}# more\n` }, true],
    ['a module that it calls', { 'aws/inner/main.tf': MODULE }, true],
    ['a file that it reads', { 'aws/a/size.txt': '2' }, true],
    ['another folder', { 'aws/b/main.tf': MODULE }, false],
  ])('changes the unit with %s', (_, changes, expected) => {
    const files = {
      'live/a/terragrunt.hcl': unit(UNKNOWN),
      'aws/a/main.tf': `${MODULE}module "m" {\n  source = "../inner"\n  size   = file("\${path.module}/size.txt")\n}\n`,
      'aws/inner/main.tf': 'variable "size" {}\n',
      'aws/a/size.txt': '1',
    };
    const { base, head, was, is } = compare(files, { ...files, ...changes });
    expect(touchedProjects(base, head).has('live/a')).toBe(expected);
    expect(fingerprints(was).join() !== fingerprints(is).join()).toBe(expected);
  });

  it('leaves a project that stands below it a project, when all that is known is where it begins', () => {
    const side = open({
      'live/a/terragrunt.hcl': unit('"../../aws/${get_env("NAME")}"'),
      'aws/a/main.tf': MODULE,
    });
    expect(side.projects.map(({ id }) => id)).toEqual(['aws/a', 'live/a']);
  });
});

describe('a module folder that looks like a root', () => {
  const plain = { 'aws/a/main.tf': MODULE };
  const used = { ...plain, 'live/a/terragrunt.hcl': unit('"../../aws/a"') };
  const perhaps = { ...plain, 'live/a/terragrunt.hcl': unit(UNKNOWN) };

  it.each([
    ['with a unit', used],
    ['with a unit that may use it', perhaps],
  ])('stays the project that it was at the base %s, which is told', (_, files) => {
    const { head } = compare(plain, files);
    expect(head.projects.map(({ id }) => id)).toEqual(['aws/a', 'live/a']);
    expect(head.calledRoots).toEqual(['aws/a']);
  });

  it.each([
    ['the last unit of it', used],
    ['the last unit that may use it', perhaps],
  ])('does not become a project by deleting %s', (_, files) => {
    const { base, head } = compare(files, plain);
    expect(base.projects.map(({ id }) => id)).toEqual(['live/a']);
    expect(head.projects).toEqual([]);
  });

  it('stays the same project when Terragrunt configuration in it comes or goes', () => {
    const own = { ...plain, 'aws/a/terragrunt.hcl': 'inputs = { v = 1 }\n' };
    for (const [before, after] of [
      [plain, own],
      [own, plain],
    ] as const) {
      const { base, head } = compare(before, after);
      for (const side of [base, head]) expect(side.projects.map(({ id }) => id)).toEqual(['aws/a']);
      expect(head.calledRoots).toEqual([]);
    }
  });
});
