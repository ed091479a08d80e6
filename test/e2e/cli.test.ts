import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { readAsset } from '../../src/lib/assets.ts';
import { exampleShop } from '../support/example-shop.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryRepository } from '../support/temporary-repository.ts';
import type { TemporaryRepository } from '../support/temporary-repository.ts';

const NOW = ['--now', '2026-11-01T00:00:00Z'];

/** The example shop on `main`, its change on `change`, checked out. */
function shop(): TemporaryRepository {
  const repository = temporaryRepository();
  repository.commit(exampleShop(['base']));
  repository.git('checkout', '--quiet', '-b', 'change');
  repository.commit(exampleShop(['base', 'change']));
  return repository;
}

describe('tollgate demo', () => {
  test('shows the change, says where the repository is and exits 0', () => {
    const { code, stdout, stderr } = runCli(['demo']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('+$460.62/mo');
    const folder = /The repository is in (\S+):/.exec(stdout)?.[1] ?? '';
    expect(runCli(['check', '--repo', folder, '--base', 'main', '--head', 'change']).code).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

describe('tollgate explain', () => {
  test('shows where a value comes from and exits 0; what is not there exits 2 with the nearest', () => {
    using repository = shop();
    const { folder } = repository;
    const asked = (address: string, ...more: string[]) =>
      runCli(['explain', address, '--attribute', 'instance_class', ...more], { folder });
    const { code, stdout, stderr } = asked('aws_db_instance.orders');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('instance_class = "db.');
    const json = JSON.parse(asked('aws_db_instance.orders', '--ref', 'main', '--format', 'json').stdout) as {
      readonly side: { readonly ref: string };
    };
    expect(json.side.ref).toBe('main');
    const wrong = asked('aws_db_instance.order');
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('Did you mean aws_db_instance.orders?');
  });
});

describe('tollgate check', () => {
  test('judges two refs and the work tree alike', () => {
    using repository = shop();
    const { folder } = repository;
    const refs = runCli(['check', '--repo', folder, '--base', 'main', '--head', 'change', ...NOW]);
    const disk = runCli(['check', ...NOW], { folder: join(folder, 'infra') });
    expect(refs.code).toBe(1);
    expect(disk.code).toBe(1);
    expect(disk.stdout).toBe(refs.stdout);
  });

  test('gives the same bytes wherever, whenever and in whatever locale it runs', () => {
    using one = shop();
    using other = shop();
    const run = (repository: TemporaryRepository, environment: NodeJS.ProcessEnv): string =>
      runCli(
        [
          'check',
          '--repo',
          repository.folder,
          '--base',
          'main',
          '--head',
          'change',
          '--format',
          'json',
          ...NOW,
        ],
        {
          environment,
        },
      ).stdout;
    expect(run(other, { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' })).toBe(
      run(one, { TZ: 'UTC', LC_ALL: 'C' }),
    );
  });

  test('writes JSON by the published schema', () => {
    using repository = shop();
    const out = join(repository.folder, 'reports/result.json');
    const run = runCli(['check', '--repo', repository.folder, '--format', 'json', '--out', out, ...NOW]);
    expect([run.code, run.stdout]).toEqual([1, '']);
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(
      JSON.parse(readAsset('schema/result.schema.json').toString('utf8')) as object,
    );
    expect(validate(JSON.parse(readFileSync(out, 'utf8'))), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each(['markdown', 'sarif', 'junit', 'html', 'terminal'])('has something to say as %s', (format) => {
    using repository = shop();
    const { code, stdout } = runCli(['check', '--repo', repository.folder, '--format', format, ...NOW]);
    expect(code).toBe(1);
    expect(stdout.replaceAll('<wbr>', '')).toContain('aws_s3_bucket.exports');
  });

  test('passes when nothing changed', () => {
    using repository = shop();
    const { code, stdout } = runCli(['check', '--repo', repository.folder, '--base', 'HEAD', ...NOW]);
    expect(code).toBe(0);
    expect(stdout).toContain('does not change cost');
  });

  test('--merge-base leaves out what only the base has', () => {
    using repository = shop();
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'infra/more.tf': 'resource "aws_kms_key" "later" {}\n' });
    repository.git('checkout', '--quiet', 'change');
    const args = ['check', '--repo', repository.folder, '--base', 'main', '--format', 'markdown', ...NOW];
    expect(runCli(args).stdout).toContain('aws_kms_key.later');
    expect(runCli([...args, '--merge-base']).stdout).not.toContain('aws_kms_key.later');
  });
});

describe("a user's mistake", () => {
  test.each<[string, string[], string]>([
    ['a ref that is not there', ['--base', 'nowhere'], 'There is no commit "nowhere" in this clone.'],
    ['an unknown flag', ['--bsae', 'main'], "unknown option '--bsae'"],
    ['an unknown format', ['--format', 'pdf'], "argument 'pdf' is invalid"],
    [
      'a date that is none',
      ['--now', '2026-02-31T00:00:00Z'],
      '"2026-02-31T00:00:00Z" is not an instant in UTC.',
    ],
    ['a folder without a repository', ['--repo', '/'], 'is not in a git repository'],
    [
      'a folder that is not there',
      ['--repo', '/nowhere/at/all'],
      'There is no such folder: /nowhere/at/all.',
    ],
    ['a file for a folder', ['--repo', 'tollgate.yml'], 'This is a file and not a folder: tollgate.yml.'],
    ['two refs in one', ['--base', 'main...change'], '--base main --head change --merge-base.'],
    ['a report that cannot be written', ['--out', '/proc/nowhere/x'], '/proc/nowhere/x cannot be written'],
  ])('%s gives exit code 2 and no stack', (_, args, message) => {
    using repository = shop();
    const { code, stdout, stderr } = runCli(['check', ...args], { folder: repository.folder });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('an unknown configuration key names the nearest known one, with its place', () => {
    using repository = temporaryRepository();
    repository.commit({
      'tollgate.yml': 'version: 1\npolicies:\n  required_tag: { level: hard }\n',
      'main.tf': '',
    });
    const { code, stdout } = runCli(['check', '--repo', repository.folder, '--base', 'HEAD']);
    expect(code).toBe(1);
    expect(stdout).toContain('tollgate.yml:3');
    expect(stdout).toContain('required_tags');
  });

  test('a repository without commits', () => {
    using repository = temporaryRepository();
    const { code, stderr } = runCli(['check', '--repo', repository.folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('no commit yet');
  });
});

test('tollgate init writes what the gate reads without complaint, and never over an existing file', () => {
  using repository = temporaryRepository();
  repository.commit({ 'main.tf': '' });
  expect(runCli(['init', '--repo', repository.folder]).stdout).toContain('wrote  tollgate.yml');
  expect(runCli(['init', '--repo', repository.folder]).stdout).toContain('kept   tollgate.yml');
  const { code, stdout } = runCli(['check', '--repo', repository.folder, '--config-from', 'head']);
  expect([code, stdout]).toEqual([0, expect.not.stringContaining('error')]);
});

test('tollgate init says what is left to do, a first commit too where there is none', () => {
  using repository = temporaryRepository();
  const args = ['init', '--repo', repository.folder];
  expect(runCli(args).stdout).toContain('Make a first commit');
  repository.commit({ 'main.tf': '' });
  const { stdout } = runCli(args);
  expect(stdout).toContain('1. In the workflow, put the account that holds Tollgate in the place of OWNER.');
  expect(stdout).not.toContain('Make a first commit');
});

test('the help names a folder of documentation that is there', () => {
  const [, folder = ''] = /^Docs: +(.+)$/m.exec(runCli(['--help']).stdout) ?? [];
  expect(existsSync(join(folder, 'configuration.md'))).toBe(true);
});

test('every command has help with an example', () => {
  for (const command of ['check', 'demo', 'init']) {
    const { code, stdout } = runCli([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples?:\n +tollgate/);
  }
});
