import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform, touchedProjects } from '../terraform/index.ts';
import { toPlain } from '../terraform/evaluate/plain.ts';
import { openTerragrunt } from './index.ts';
import { LIMITS } from './limits.ts';

type Files = Readonly<Record<string, string>>;

function open(files: Files) {
  const cache = new ParseCache();
  const { tree, projects } = openTerragrunt(memoryTree(files), { exclude: [], cache });
  return openTerraform(tree, { projects: [], exclude: [], cache, wrapped: projects });
}

const MODULE = 'variable "v" {\n  default = "own"\n}\nresource "x_y" "z" {\n  v = var.v\n}\n';
const unit = (inputs: string, more = ''): string =>
  `terraform {\n  source = "\${get_repo_root()}/m"\n}\ninputs = { v = ${inputs} }\n${more}`;

/** The value that reaches the module, in a unit with other files. */
function valueOf(files: Files, project = 'u'): unknown {
  const found = readTerraform(open({ 'm/main.tf': MODULE, ...files })).resources.find(
    (resource) => resource.project === project,
  );
  const value = found?.attributes.entries.get('v');
  return value === undefined ? undefined : toPlain(value);
}

it('takes every change for one of a unit that reads too many files, and says so', () => {
  const files: Record<string, string> = { 'm/main.tf': MODULE, 'other.txt': '1' };
  for (let index = 0; index < LIMITS.files + 100; index++) files[`u/d/f${10_000 + index}.txt`] = 'x';
  files['u/terragrunt.hcl'] = unit('length(fileset("d", "*.txt"))');
  files['w/terragrunt.hcl'] = unit('dependency.u.outputs', 'dependency "u" {\n  config_path = "../u"\n}\n');
  const side = open(files);
  const touched = touchedProjects(side, open({ ...files, 'other.txt': '2' }));
  expect([...touched].sort()).toEqual(['u', 'w']);
  expect(readTerraform(side).diagnostics.map(({ message }) => message)).toContain(
    `The unit u reads more than ${LIMITS.files} files: every change counts as one of it.`,
  );
});

it('says that there are more problems than are told', () => {
  const names = Array.from({ length: LIMITS.diagnostics + 5 }, (_, index) => `local.n${index}`);
  const { diagnostics } = readTerraform(
    open({ 'm/main.tf': MODULE, 'u/terragrunt.hcl': unit(`[${names.join(', ')}]`) }),
  );
  expect(diagnostics).toHaveLength(LIMITS.diagnostics + 1);
  expect(diagnostics.at(-1)).toMatchObject({
    severity: 'error',
    code: 'check-limit',
    message: `The unit u has more problems than the ${LIMITS.diagnostics} that are told.`,
  });
});

it.each<[string, string, unknown]>([
  ['get_env("HOME", "none")', '', { $unknown: 'no-variable-value' }],
  ['get_env("HOME", "none") == "none" ? "a" : "b"', '', { candidates: ['a', 'b'] }],
  ['length(mark_glob_as_read("../m/*.tf"))', '', { $unknown: 'unsupported-function' }],
  ['feature.f.value', 'feature "f" {\n  default = "d"\n}\n', 'd'],
  ['dependency.d.outputs.computed', 'mocked', 'mock'],
  ['dependency.d.outputs.data', 'mocked', { $unknown: 'data-source' }],
  ['dependency.d.outputs.missing', 'mocked', { $unknown: 'no-variable-value' }],
])('gives %s as what is known of it', (inputs, more, expected) => {
  const names = ['computed', 'data', 'missing'];
  const mocks = names.map((name) => `${name} = "mock"`).join('\n');
  const dependency = `dependency "d" {\n  config_path = "../d"\n  mock_outputs = {\n${mocks}\n  }\n}\n`;
  const value = valueOf({
    'u/terragrunt.hcl': unit(inputs, more === 'mocked' ? dependency : more),
    'd/terragrunt.hcl': 'terraform {\n  source = "../dm"\n}\n',
    'dm/main.tf':
      'variable "v" {}\nresource "x_y" "c" {}\ndata "x_y" "d" {}\noutput "computed" {\n  value = x_y.c.id\n}\n' +
      'output "data" {\n  value = data.x_y.d.id\n}\noutput "missing" {\n  value = var.v\n}\n',
  });
  if (typeof expected === 'string') expect(value).toBe(expected);
  else expect(value).toMatchObject(expected as object);
});

it('is touched by the files that a glob marks as read', () => {
  const files = {
    'm/main.tf': MODULE,
    'x/a.txt': '1',
    'u/terragrunt.hcl': unit('length(mark_glob_as_read("../x/*"))'),
  };
  expect([...touchedProjects(open(files), open({ ...files, 'x/a.txt': '2' }))]).toEqual(['u']);
});

const stack = (source: string, more = ''): string =>
  `unit "one" {\n  source = ${source}\n  path = "one"\n${more}\n}\n`;
const catalog = { 'm/main.tf': MODULE, 'cat/u/terragrunt.hcl': unit('try(values.v, "none")') };
const ONE = 'live/.terragrunt-stack/one';

it.each([
  'get_env("X") == "a" ? "../cat/u" : "../elsewhere"',
  '"../cat/${get_env("X")}"',
  'get_env("X", "../cat/u")',
])('keeps a unit of a stack, and its template, with the source %s', (source) => {
  const side = open({
    ...catalog,
    'live/terragrunt.stack.hcl': stack(source),
    'own/terragrunt.hcl': unit('1'),
  });
  expect(side.projects.map(({ id }) => id)).toEqual([ONE, 'own']);
  expect(readTerraform(side).unresolvedModules).toMatchObject([
    { project: ONE, reason: expect.stringContaining('What it generates cannot be told') as unknown },
  ]);
});

it('shows no secret of the source of a unit of a stack', () => {
  const source = '"git::https://user:t0ken@example.com/a//u?ref=1"';
  const { unresolvedModules, diagnostics } = readTerraform(
    open({ 'live/terragrunt.stack.hcl': stack(source) }),
  );
  expect(unresolvedModules).toHaveLength(1);
  expect(JSON.stringify([unresolvedModules, diagnostics])).not.toContain('t0ken');
});

it('leaves values open that a stack does not tell', () => {
  const files = {
    ...catalog,
    'live/terragrunt.stack.hcl': stack('"../cat/u"', 'values = jsondecode(get_env("V"))'),
  };
  expect(valueOf(files, ONE)).toMatchObject({ $unknown: 'no-variable-value' });
});
