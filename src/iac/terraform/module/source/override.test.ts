import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../../model/source.ts';
import { parseJson, parseNative } from '../../syntax/parse.ts';
import { Collector } from './collector.ts';
import type { ModuleDefinition } from './definition.ts';

const base = `
resource "t" "n" {
  a          = 1
  b          = 2
  depends_on = [t.o]
  x {
    c = 1
  }
  x {
    c = 2
  }
  y {
  }
  lifecycle {
    ignore_changes = [a]
  }
}
locals {
  l = 1
}
`;

function merged(name: string, text: string): ModuleDefinition {
  const collector = new Collector();
  collector.add(parseNative(new SourceText('main.tf', base)), false);
  const parse = name.endsWith('.json') ? parseJson : parseNative;
  collector.add(parse(new SourceText(name, text)), true);
  return collector.definition('');
}

/** Attributes with the file that they come from, and the blocks. */
function shown({ resources }: ModuleDefinition): readonly string[] {
  const resource = resources.get('t.n');
  const attributes = [...(resource?.attributes ?? [])].map(([name, { source }]) => `${name} ${source.path}`);
  return [
    ...attributes,
    ...(resource?.blocks ?? []).map(({ source, block }) => `${block.type}{} ${source.path}`),
  ];
}

describe('override files', () => {
  it('replace arguments by name', () => {
    expect(shown(merged('o.tf', 'resource "t" "n" {\n  b = 3\n  d = 4\n}\n'))).toEqual([
      ...['a main.tf', 'b o.tf', 'depends_on main.tf', 'd o.tf'],
      ...['x{} main.tf', 'x{} main.tf', 'y{} main.tf', 'lifecycle{} main.tf'],
    ]);
  });

  it.each([
    ['a block', 'o.tf', 'resource "t" "n" {\n  x {\n  }\n}\n', 'x{} o.tf'],
    ['a dynamic block', 'o.tf', 'resource "t" "n" {\n  dynamic "x" {\n  }\n}\n', 'dynamic{} o.tf'],
    ['a block in JSON', 'o.tf.json', '{"resource": {"t": {"n": {"x": {}}}}}', 'x o.tf.json'],
  ])('drop all blocks of the type of %s', (_name, file, text, expected) => {
    const items = shown(merged(file, text));
    expect(items).toContain(expected);
    expect(items).toContain('y{} main.tf');
    expect(items).not.toContain('x{} main.tf');
  });

  it('merge lifecycle argument by argument', () => {
    const text = 'resource "t" "n" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n';
    const blocks = shown(merged('o.tf', text)).filter((item) => item.startsWith('lifecycle'));
    expect(blocks).toEqual(['lifecycle{} main.tf', 'lifecycle{} o.tf']);
  });

  it.each([
    ['resource "t" "n" {\n  depends_on = []\n}\n', 'override-argument', 2],
    ['resource "t" "other" {\n}\n', 'override-without-base', 1],
    ['locals {\n  other = 1\n}\n', 'override-without-base', 2],
    ['provider "t" {\n  alias = "a"\n}\n', 'override-without-base', 1],
    ['moved {\n  from = t.m\n  to = t.n\n}\n', 'override-block', 1],
    ['removed {\n  from = t.m\n}\n', 'override-block', 1],
  ])('cannot do all: %s', (text, code, line) => {
    const { diagnostics, moved, removed } = merged('o.tf', text);
    expect(diagnostics.map((one) => [one.code, one.source?.start.line])).toEqual([[code, line]]);
    expect([...moved, ...removed]).toEqual([]);
  });

  it('may configure a provider that nobody wrote, and replace a local value', () => {
    const { diagnostics, locals, resources } = merged('o.tf', 'provider "t" {\n}\nlocals {\n  l = 2\n}\n');
    expect(diagnostics).toEqual([]);
    expect(locals.get('l')?.source.path).toBe('o.tf');
    expect(resources.get('t.n')?.attributes.get('depends_on')?.source.path).toBe('main.tf');
  });

  it('keep what the base depends on', () => {
    const { resources } = merged('o.tf', 'resource "t" "n" {\n  depends_on = []\n}\n');
    expect(resources.get('t.n')?.attributes.get('depends_on')?.source.path).toBe('main.tf');
  });
});

it('an unknown block type is reported once a file', () => {
  const collector = new Collector();
  for (const path of ['a.tf', 'b.tf']) {
    collector.add(parseNative(new SourceText(path, 'x {\n}\nx {\n}\ny {\n}\n')), false);
  }
  const places = collector
    .definition('')
    .diagnostics.map(({ source }) => `${source?.file}:${source?.start.line}`);
  expect(places).toEqual(['a.tf:1', 'a.tf:5', 'b.tf:1', 'b.tf:5']);
});
