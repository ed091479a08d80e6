import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { toPlain } from '../terraform/evaluate/plain.ts';
import { openTerragrunt } from './index.ts';

const MODULE =
  'variable "v" {\n  default = "own"\n}\nvariable "n" {\n  default = 1\n}\nresource "x_y" "z" {\n  v = var.v\n  n = var.n\n}\n';

/** What `x_y.z` of a unit has, and what was said; `extra` stands in its `terraform` block, `more` beside it. */
function read(extra: string, more = '', files: Record<string, string> = {}) {
  const cache = new ParseCache();
  const unit = `terraform {\n  source = "../m"\n${extra}\n}\n${more}`;
  const tree = memoryTree({ 'm/main.tf': MODULE, 'u/terragrunt.hcl': unit, ...files });
  const opened = openTerragrunt(tree, { exclude: [], cache });
  const side = openTerraform(opened.tree, { projects: [], exclude: [], cache, wrapped: opened.projects });
  const { resources, diagnostics } = readTerraform(side);
  const [found] = resources;
  const of = (name: string): unknown => {
    const value = found?.attributes.entries.get(name);
    return value === undefined ? undefined : toPlain(value);
  };
  return { v: of('v'), n: of('n'), said: diagnostics.map(({ message }) => message) };
}

const block = (commands: string, rest: string, label = 'a'): string =>
  `extra_arguments "${label}" {\n  commands = ${commands}\n  ${rest}\n}`;
const BOTH = '["plan", "apply"]';
const environment = (values: string): string => block(BOTH, `env_vars = ${values}`);

describe('the extra arguments of a unit', () => {
  it.each<[string, string, unknown, unknown]>([
    ['the same for both commands', block(BOTH, 'arguments = ["-var=v=x"]'), 'x', 1],
    ['none of both', block('["destroy"]', 'arguments = ["-var=v=x"]'), 'own', 1],
    ['numbers in the environment', environment('{ TF_VAR_n = 7 }'), 'own', '7'],
    ['an unknown value', environment('{ TF_VAR_v = get_env("V") }'), { $unknown: 'no-variable-value' }, 1],
    ['a secret', environment('{ TF_VAR_v = sensitive("s") }'), { $sensitive: true }, 1],
    [
      'an unknown environment',
      environment('jsondecode(get_env("E"))'),
      { $unknown: 'no-variable-value' },
      { $unknown: 'no-variable-value' },
    ],
    ['an option without variables', environment('{ TF_CLI_ARGS_plan = "-parallelism=2" }'), 'own', 1],
    ['what has another meaning', environment('{ TF_LOG = "-var", AWS_X = get_env("A") }'), 'own', 1],
    ...['TF_CLI_ARGS', 'TF_CLI_ARGS_plan', 'TF_CLI_ARGS_apply'].map(
      (name): [string, string, unknown, unknown] => [
        `variables in ${name}`,
        environment(`{ ${name} = "-var n=2" }`),
        { $unknown: 'no-variable-value' },
        { $unknown: 'no-variable-value' },
      ],
    ),
  ])('%s', (_, extra, v, n) => {
    expect(read(extra)).toMatchObject({ v, n });
  });

  it('leave open what is different for plan and apply, with both as candidates', () => {
    const extra =
      block('["apply"]', 'arguments = ["-var", "v=x"]') +
      '\n' +
      block('["plan"]', 'arguments = ["-var=v=y"]', 'b');
    expect(read(extra)).toMatchObject({ v: { $unknown: 'impure-function', candidates: ['x', 'y'] }, n: 1 });
  });

  it.each([
    ['an argument', block('["plan"]', 'arguments = ["-var=v=x"]')],
    ['the environment', block('["plan"]', 'env_vars = { TF_VAR_v = "x" }')],
    ['a variable file', block('["plan"]', 'required_var_files = ["x.hcl"]')],
  ])('leave open what %s gives to plan alone', (_, extra) => {
    const { v, n } = read(extra, 'inputs = { v = "w" }\n', { 'u/x.hcl': 'v = "x"\n' });
    expect(n).toBe(1);
    expect(v).toMatchObject({
      $unknown: 'impure-function',
      candidates: expect.arrayContaining(['w', 'x']) as unknown,
    });
  });

  it('leave open what a block gives of which nobody knows the commands, and say so', () => {
    const { v, n, said } = read(
      block('[get_env("C")]', 'arguments = ["-var=v=x"]'),
      'inputs = { v = "w" }\n',
    );
    expect(v).toMatchObject({ candidates: ['x', 'w'] });
    expect(n).toBe(1);
    expect(said).toEqual([
      'It cannot be told which commands these arguments are for: they may be given or not.',
    ]);
  });

  it('leave all open when one of several blocks may be given', () => {
    const extra =
      block(BOTH, 'arguments = ["-var=v=x"]') +
      '\n' +
      block('[get_env("C")]', 'arguments = ["-var=v=x"]', 'b');
    expect(read(extra).v).toMatchObject({ $unknown: 'no-variable-value' });
  });

  it('say that the command line is not read', () => {
    expect(read(environment('{ TF_WORKSPACE = "x" }')).said).toEqual([
      'What TF_WORKSPACE adds to the command line is not read.',
    ]);
  });

  it('leave open what stands among unknown ones', () => {
    const { v, n } = read(block(BOTH, 'arguments = ["-var=v=x", run_cmd("a")]'));
    expect([v, n]).toMatchObject([{ $unknown: 'impure-function' }, { $unknown: 'impure-function' }]);
  });
});

const generate = (path: string, contents: string, more = ''): string =>
  `inputs = { v = "w" }\ngenerate "g" {\n  path = ${path}\n  if_exists = "overwrite"\n  contents = ${contents}\n  ${more}\n}\n`;
const open = (what: string): string =>
  `${what} cannot be told, so that the unit u was not evaluated to its end.`;

describe('files that are put over those of the root module', () => {
  it.each<[string, string, unknown]>([
    ['values for all', generate('"z.auto.tfvars"', '"v = \\"x\\""'), 'x'],
    ['values as JSON', generate('"z.auto.tfvars.json"', '"{\\"v\\": \\"x\\"}"'), 'x'],
    ['values that another file replaces', generate('"a.auto.tfvars"', '"v = \\"x\\""'), 'auto'],
    ['values in the place of a file', generate('"m.auto.tfvars"', '"v = \\"x\\""'), 'x'],
    ['none', generate('"a.auto.tfvars"', '"v = \\"x\\""', 'disable = true'), 'auto'],
    ['a file that is not read', generate('"notes.txt"', '"v"'), 'auto'],
  ])('%s', (_, more, v) => {
    expect(read('', more, { 'm/m.auto.tfvars': 'v = "auto"\n' })).toEqual({ v, n: 1, said: [] });
  });

  it('leave values open that are not known', () => {
    const { v } = read('', generate('"z.auto.tfvars"', 'run_cmd("x")'));
    expect(v).toMatchObject({ $unknown: 'impure-function' });
  });

  it.each<[string, string, string]>([
    [
      'at an unknown path',
      generate('"${get_env("P")}.tf"', '""'),
      'Whether and where generate "g" writes a file',
    ],
    [
      'perhaps',
      generate('"a.tf"', '""', 'disable = get_env("D") == "x"'),
      'Whether and where generate "g" writes a file',
    ],
    ['in a folder below', generate('"sub/main.tf"', '""'), 'What generate "g" puts in the place of a file'],
    [
      'over a file that something reads',
      generate('"data.txt"', '""'),
      'What generate "g" puts in the place of a file',
    ],
    [
      'in an unknown way',
      'generate "g" {\n  path = "main.tf"\n  if_exists = get_env("W")\n  contents = ""\n}\n',
      'Whether generate "g" replaces a file',
    ],
  ])('%s, which is said', (_, more, what) => {
    const { said } = read('', more, { 'm/data.txt': '1' });
    expect(said).toContain(open(what));
  });

  const override = { 'm/z_override.tf': 'resource "x_y" "z" {\n  v = "hidden"\n}\n' };
  const backend = (ifExists: string): string =>
    `remote_state {\n  backend = "local"\n  generate = {\n    path = "z_override.tf"\n    if_exists = ${ifExists}\n  }\n}\n`;

  it.each([
    ['"overwrite"', 'own'],
    ['"skip"', 'hidden'],
  ])('are the file of a backend with if_exists = %s', (ifExists, v) => {
    expect(read('', backend(ifExists), override)).toMatchObject({ v, said: [] });
  });

  it('may be the file of a backend', () => {
    expect(read('', backend('get_env("W")'), override).said).toEqual([open('Where the backend is written')]);
  });

  it.each([
    ['["z_override.tf"]', true],
    ['["**/*_override.tf"]', true],
    ['["m/"]', true],
    ['[get_env("X")]', true],
    ['["{"]', true],
    ['["examples", "*.md"]', false],
  ])('are said to be left out by exclude_from_copy = %s', (patterns, isSaid) => {
    const { said } = read(`exclude_from_copy = ${patterns}`, '', override);
    expect(said).toEqual(isSaid ? [open('Which files "exclude_from_copy" leaves out')] : []);
  });
});
