import { describe, expect, it } from 'vitest';
import type { ProjectConfig } from '../../../../model/config.ts';
import type { SkippedFile } from '../../../../model/skipped.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import {
  changedSubmodules,
  notEvaluated,
  openTerraform,
  otherFormats,
  ParseCache,
  readTerraform,
  skippedFiles,
  tofuTwins,
} from '../../index.ts';
import type { TerraformSide } from '../../index.ts';

const content = 'resource "x_y" "z" {}\n';
const files = {
  'live/main.tf': `provider "x" {}\nmodule "m" {\n  source = "../modules/used"\n}\n${content}`,
  'modules/used/main.tf': content,
  'modules/lonely/main.tf': content,
  'modules/lonely/more.tf': '',
  'env/prod.tfvars': 'a = 1\n',
  'live/terragrunt.hcl': 'inputs = {}\n',
  'live/main.tftest.hcl': 'run "a" {}\n',
};

type Changes = Readonly<Record<string, string | null>>;

function sides(changes: Changes, projects: readonly ProjectConfig[] = [], exclude: readonly string[] = []) {
  const head = Object.entries<string | null>({ ...files, ...changes }).flatMap(([path, text]) =>
    text === null ? [] : [[path, text]],
  );
  const options = { projects, exclude, cache: new ParseCache() };
  const [base, after] = [files, Object.fromEntries(head) as Record<string, string>].map((tree) =>
    openTerraform(memoryTree(tree), options),
  );
  if (base === undefined || after === undefined) throw new Error('There are two sides.');
  return [base, after] as const;
}

function left(base: TerraformSide, head: TerraformSide) {
  const read = [base, head].flatMap((side) => readTerraform(side).filesRead);
  return notEvaluated(base, head, new Set(read));
}

const live: ProjectConfig = { path: 'live', varFiles: ['../env/prod.tfvars'], variables: {} };

describe('changed configuration that no project uses', () => {
  it.each<[string, Changes, string[]]>([
    ['nothing', {}, []],
    ['a used module', { 'modules/used/main.tf': '' }, []],
    [
      'a used module that is not called any more',
      { 'live/main.tf': content, 'modules/used/main.tf': '' },
      [],
    ],
    ['another file', { 'modules/lonely/README.md': 'x' }, []],
    [
      'two files of one folder, one deleted',
      { 'modules/lonely/main.tf': null, 'modules/lonely/more.tf': '# x' },
      ['modules/lonely/more.tf modules/lonely changed, but no project uses it, so it was not evaluated.'],
    ],
    [
      'a new module',
      { 'modules/new/main.tf.json': '{}' },
      ['modules/new/main.tf.json modules/new changed, but no project uses it, so it was not evaluated.'],
    ],
    [
      'a hidden folder',
      { '.github/x/main.tf': content },
      ['.github/x/main.tf .github/x changed, but no project uses it, so it was not evaluated.'],
    ],
    [
      'a module that is called with a count of 0',
      {
        'live/more.tf': 'module "n" {\n  source = "../modules/new"\n  count = 0\n}\n',
        'modules/new/a.tf': content,
      },
      [
        'modules/new/a.tf modules/new changed, but it is called as a module without an instance, so it was not evaluated.',
      ],
    ],
    [
      'values that nobody loads',
      { 'env/prod.tfvars': 'a = 2\n' },
      [
        'env/prod.tfvars The variable values in env/prod.tfvars changed, but no project uses them, so they were not evaluated.',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    const found = left(...sides(changes));
    expect(found.map(({ source, message }) => `${source?.file ?? ''} ${message}`)).toEqual(expected);
    for (const one of found) expect(one).toMatchObject({ severity: 'warning', code: 'not-evaluated' });
  });

  it('is quiet about what the configuration names or excludes', () => {
    expect(left(...sides({ 'env/prod.tfvars': 'a = 2\n' }, [live]))).toEqual([]);
    expect(left(...sides({ 'modules/lonely/main.tf': '' }, [], ['modules/lonely/**']))).toEqual([]);
  });

  it('names a root that is not among the configured ones', () => {
    const found = left(...sides({ 'other/main.tf': 'provider "x" {}\n' }, [live]));
    expect(found.map(({ source }) => source?.file)).toEqual(['other/main.tf']);
  });

  it('is short about very many folders', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`modules/m${i}/main.tf`, content]));
    const found = left(...sides(many));
    expect(found).toHaveLength(51);
    expect(found.at(-1)?.message).toMatch(/^10 more folders/);
  });
});

describe('changed files of other formats', () => {
  it('are one warning', () => {
    const changes = {
      'live/terragrunt.hcl': '',
      'live/main.tftest.hcl': '',
      'a.tfdeploy.hcl': '',
      '.terraform.lock.hcl': '',
    };
    const [base, head] = sides(changes);
    expect(otherFormats(base.loader.tree, head.loader.tree, new Set())).toMatchObject([
      {
        code: 'not-evaluated',
        message:
          'Terragrunt, Terraform test, Terraform stacks files changed, which are not evaluated: ' +
          'a.tfdeploy.hcl, live/main.tftest.hcl, live/terragrunt.hcl.',
        source: { file: 'a.tfdeploy.hcl' },
      },
    ]);
  });

  it('are nothing when they did not change', () => {
    const [base, head] = sides({ 'live/main.tf': '' });
    expect(otherFormats(base.loader.tree, head.loader.tree, new Set())).toEqual([]);
  });
});

describe('skipped files', () => {
  it('are named when they changed and hold definitions', () => {
    const tree = (skipped: readonly SkippedFile[]): Tree => ({ ...memoryTree({ 'read.tf': '' }), skipped });
    const old = tree([
      { path: 'same.tf', reason: 'symbolic link', id: '1' },
      { path: 'other.tf', reason: 'symbolic link', id: '1' },
      { path: 'mended.tf', reason: 'symbolic link', id: '1' },
    ]);
    const now = tree([
      { path: 'same.tf', reason: 'symbolic link', id: '1' },
      { path: 'other.tf', reason: 'symbolic link', id: '2' },
      { path: 'big.tfvars', reason: 'too many files', id: '3' },
      { path: 'picture.png', reason: 'symbolic link', id: '4' },
      // Its reader tells of it.
      { path: 'read.tf', reason: 'too large', id: '5' },
    ]);
    const dead = 'is there and was not read: it is a symbolic link that leads to no file of the repository.';
    expect(skippedFiles(old, now).map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'error big.tfvars is there and was not read: the repository has more than 200,000 files.',
      `error other.tf ${dead}`,
      `warning At the base: mended.tf ${dead}`,
      `warning At the base: other.tf ${dead}`,
    ]);
  });
});

describe('files that only OpenTofu reads', () => {
  it.each<[string, Record<string, string>, Record<string, string>, string[]]>([
    ['one that hides another', { 'a.tf': '' }, { 'a.tofu': '' }, ['error a.tf']],
    ['both new', {}, { 'x/a.tf.json': '', 'x/a.tofu.json': '' }, ['error x/a.tf.json']],
    [
      'an override',
      { 'a.tf': '' },
      { 'override.tofu': '', 'b_override.tofu.json': '' },
      ['error b_override.tofu.json', 'error override.tofu'],
    ],
    ['what OpenTofu is used for already', { 'a.tf': '', 'b.tofu': '' }, { 'a.tofu': '' }, ['warning a.tf']],
    ['what was there before', { 'a.tf': '', 'a.tofu': '' }, { 'a.tofu': '# x' }, []],
    [
      'what Terraform reads of two that were there',
      { 'a.tf': '', 'a.tofu': '' },
      { 'a.tf': '# x' },
      ['warning a.tf'],
    ],
    [
      'what was overridden before',
      { 'a.tf': '', 'z_override.tofu': '' },
      { 'a.tf': '# x' },
      ['warning z_override.tofu'],
    ],
    ['the override alone', { 'a.tf': '', 'z_override.tofu': '' }, { 'z_override.tofu': '# x' }, []],
    ['another folder', { 'a.tf': '' }, { 'x/a.tofu': '', 'y/override.tofu': '' }, []],
    ['nothing but more', { 'a.tf': '' }, { 'b.tofu': '', 'override.tf': '' }, []],
  ])('%s', (_, base, change, expected) => {
    const found = tofuTwins(memoryTree(base), memoryTree({ ...base, ...change }));
    expect(found.map(({ severity, source }) => `${severity} ${source?.file ?? ''}`)).toEqual(expected);
  });
});

it('names changed submodules', () => {
  const tree = (submodules: Record<string, string>): Tree => ({
    ...memoryTree({}),
    submodules: new Map(Object.entries(submodules)),
  });
  const found = changedSubmodules(
    tree({ same: '1', old: '1', gone: '1' }),
    tree({ same: '1', old: '2', new: '3' }),
  );
  expect(found.map(({ severity, source }) => `${severity} ${source?.file ?? ''}`)).toEqual([
    'warning gone',
    'warning new',
    'warning old',
  ]);
});

describe('trees with too many files', () => {
  it.each<[Tree['unlisted'], Tree['unlisted'], string[]]>([
    [undefined, undefined, []],
    ['no definitions', undefined, ['error']],
    ['no definitions', 'no definitions', ['warning']],
    ['any', 'any', ['error']],
    [undefined, 'any', ['error']],
  ])('%s at the head, %s at the base', (head, base, expected) => {
    const tree = (unlisted: Tree['unlisted']): Tree => ({ ...memoryTree({}), ...(unlisted && { unlisted }) });
    expect(skippedFiles(tree(base), tree(head)).map(({ severity }) => severity)).toEqual(expected);
  });
});
