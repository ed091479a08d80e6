import { describe, expect, it } from 'vitest';
import type { ProjectConfig } from '../../../../model/config.ts';
import type { SkippedFile } from '../../../../model/skipped.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { notEvaluated, openTerraform, otherFormats, ParseCache, skippedFiles } from '../../index.ts';

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
      'values that nobody loads',
      { 'env/prod.tfvars': 'a = 2\n' },
      [
        'env/prod.tfvars The variable values in env/prod.tfvars changed, but no project uses them, so they were not evaluated.',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    const found = notEvaluated(...sides(changes));
    expect(found.map(({ source, message }) => `${source?.file ?? ''} ${message}`)).toEqual(expected);
    for (const one of found) expect(one).toMatchObject({ severity: 'warning', code: 'not-evaluated' });
  });

  it('is quiet about what the configuration names or excludes', () => {
    expect(notEvaluated(...sides({ 'env/prod.tfvars': 'a = 2\n' }, [live]))).toEqual([]);
    expect(notEvaluated(...sides({ 'modules/lonely/main.tf': '' }, [], ['modules/lonely/**']))).toEqual([]);
  });

  it('names a root that is not among the configured ones', () => {
    const found = notEvaluated(...sides({ 'other/main.tf': 'provider "x" {}\n' }, [live]));
    expect(found.map(({ source }) => source?.file)).toEqual(['other/main.tf']);
  });

  it('is short about very many folders', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`modules/m${i}/main.tf`, content]));
    const found = notEvaluated(...sides(many));
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
    expect(otherFormats(base.loader.tree, head.loader.tree)).toMatchObject([
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
    expect(otherFormats(base.loader.tree, head.loader.tree)).toEqual([]);
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
