import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { Budget } from './instance/budget.ts';
import type { Means } from './instance/budget.ts';
import { openTerraform, ParseCache, readTerraform } from '../index.ts';
import type { TerraformResult } from '../index.ts';

function read(files: Record<string, string>): TerraformResult {
  const options = { projects: [], exclude: ['ignored/**'], cache: new ParseCache() };
  return readTerraform(openTerraform(memoryTree(files), options));
}

function codes(result: TerraformResult): readonly string[] {
  return [...new Set(result.diagnostics.map(({ code }) => code))];
}

/** What one instance of the tests below takes less of than it needs. */
const FEW: Readonly<Record<Means, number>> = { steps: 20, instances: 1, values: 50, size: 200 };

describe('hostile configurations', () => {
  it.each(['count = 1001', 'for_each = toset([for n in range(1001) : tostring(n)])'])(
    'counts no part of a block with too many instances for the whole: %s',
    (argument) => {
      const result = read({ 'main.tf': `resource "x_y" "z" {\n  ${argument}\n}\n` });
      expect(result.resources.map(({ address, repetition }) => [address, repetition])).toEqual([
        ['x_y.z[*]', 'unknown'],
      ]);
      expect(result.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
        ['instance-limit', 'Check the number, or spread the instances over several blocks.'],
      ]);
    },
  );

  it('names what excludes a module', () => {
    const call = 'module "m" {\n  source = "./ignored"\n}\n';
    const result = read({ 'main.tf': call, 'ignored/main.tf': 'resource "x_y" "z" {}\n' });
    expect(result.unresolvedModules.map(({ reason }) => reason)).toEqual([
      'The folder "ignored" is not read: "exclude" of the configuration matches it.',
    ]);
  });

  it('ends modules that multiply at each level', () => {
    const files: Record<string, string> = {};
    for (let level = 0; level < 8; level++) {
      const inner = `module "m" {\n  source = "../m${level + 1}"\n  count = 1000\n}\n`;
      files[`m${level}/main.tf`] = `provider "x" {}\n${inner}resource "x_y" "z" {}\n`;
    }
    files['m8/main.tf'] = 'resource "x_y" "z" {}\n';
    const result = read(files);
    expect(result.resources.length).toBeLessThanOrEqual(25_000);
    expect(codes(result)).toEqual(['check-limit']);
  });

  it('ends modules that are nested too deep', () => {
    const files: Record<string, string> = { 'm40/main.tf': 'resource "x_y" "z" {}\n' };
    for (let level = 0; level < 40; level++) {
      files[`m${level}/main.tf`] = `module "m" {\n  source = "../m${level + 1}"\n}\n`;
    }
    const result = read(files);
    expect(result.resources).toEqual([]);
    expect(result.unresolvedModules.map(({ reason }) => reason)).toEqual([
      'Modules are nested more than 32 deep.',
    ]);
  });

  it('ends blocks that multiply', () => {
    const nested = (depth: number): string =>
      depth === 0
        ? 'v = 1\n'
        : `dynamic "b" {\n  for_each = range(100)\n  content {\n${nested(depth - 1)}}\n}\n`;
    const result = read({ 'main.tf': `resource "x_y" "z" {\n${nested(5)}}\n` });
    expect(codes(result)).toEqual(['check-limit']);
  });

  it.each<[Means, string, string]>([
    ['steps', 'loops', '[for i in range(100) : [for j in range(100) : j]]'],
    ['steps', 'functions', 'jsonencode(range(1000))'],
    ['steps', 'patterns', `regexall("(a|b)*\${count.index}", "${'ab'.repeat(500)}")`],
    ['steps', 'files', 'fileset("d", "**/*${count.index}")'],
    ['values', 'values', '[for i in range(100) : i]'],
    ['size', 'text', `format("%1000d", count.index)`],
    ['instances', 'instances', 'count.index'],
  ])('ends when all %s are used up by %s, and says so of each project', (means, _, expression) => {
    const files = Object.fromEntries(Array.from({ length: 500 }, (_each, index) => [`a/d/${index}`, '']));
    const tree = memoryTree({
      ...files,
      'a/main.tf': `resource "x_y" "z" {\n  count = 1000\n  a = ${expression}\n}\n`,
      'b/main.tf': 'resource "x_y" "late" {}\n',
    });
    const side = openTerraform(tree, { projects: [], exclude: [], cache: new ParseCache() });
    const budget = new Budget({
      steps: 1e9,
      instances: 1e9,
      values: 1e9,
      size: 1e9,
      [means]: 900 * FEW[means],
    });
    const result = readTerraform({ ...side, budget });
    expect(result.resources.length).toBeLessThan(1000);
    const limits = result.diagnostics.filter(({ code }) => code === 'check-limit');
    expect(limits.map(({ severity, message }) => `${severity} ${message.split(' was ')[0] ?? ''}`)).toEqual([
      'error Project a',
      'error Project b',
    ]);
    for (const project of ['a', 'b']) expect(result.gaps).toContainEqual({ project, address: '' });
  });

  it('ends a long chain of references, and shows the rest', () => {
    const chain = Array.from({ length: 5000 }, (_, i) => `  l${i} = "\${local.l${i + 1}}x"\n`).join('');
    const result = read({
      'main.tf': `locals {\n${chain}  l5000 = "end"\n}\nresource "x_y" "z" {\n  a = local.l0\n  b = local.l4990\n}\n`,
    });
    const [resource] = result.resources;
    expect(codes(result)).toEqual(['evaluation-limit']);
    expect(resource?.attributes.entries.get('a')?.kind).toBe('unknown');
    expect(resource?.attributes.entries.get('b')).toMatchObject({ value: `end${'x'.repeat(10)}` });
  });

  it('lists a problem of many instances once', () => {
    const result = read({ 'main.tf': 'resource "x_y" "z" {\n  count = 9\n  a = local.no\n}\n' });
    expect(codes(result)).toEqual(['undeclared-reference']);
    expect(result.diagnostics).toHaveLength(1);
  });

  it('names some values of no variable, and counts the others', () => {
    const names = Array.from({ length: 5000 }, (_, index) => `v${index} = 1\n`);
    const { diagnostics } = read({
      'main.tf': 'resource "x_y" "z" {}\n',
      'terraform.tfvars': names.join(''),
    });
    expect(diagnostics).toHaveLength(21);
    expect(diagnostics[19]?.message).toBe(
      'Project . is given a value for "v19", which is no variable of it.',
    );
    expect(diagnostics[20]?.message).toBe(
      'Project . is given 4980 more values that are of no variable of it.',
    );
  });

  it('reads nothing that is excluded', () => {
    expect(read({ 'ignored/main.tf': 'resource "x_y" "z" {}\n' }).projects).toEqual([]);
  });

  it('names a file that is no UTF-8', () => {
    const tree = memoryTree({
      'a.tf': 'resource "x_y" "z" {}\n',
      'b.tf': new Uint8Array([0x61, 0xff, 0x62]),
    });
    const side = openTerraform(tree, { projects: [], exclude: [], cache: new ParseCache() });
    const result = readTerraform(side);
    expect(result.resources).toHaveLength(1);
    expect(result.diagnostics).toMatchObject([{ code: 'unreadable-file', source: { file: 'b.tf' } }]);
  });

  it('gives the same result twice, whatever was read before', () => {
    const files = {
      'main.tf': 'locals {\n  a = local.b\n  b = local.a\n}\nresource "x_y" "z" {\n  a = local.b\n}\n',
    };
    expect(JSON.stringify(read(files).diagnostics)).toBe(JSON.stringify(read(files).diagnostics));
  });
});
