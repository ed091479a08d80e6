import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { testResults } from '../../src/billing/facts/test-results.ts';
import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { loadConfig } from '../../src/config/load.ts';
import type { JsonSchema } from '../../src/config/yaml/json-schema.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { fieldRows } from './fields.ts';
import { fillSections } from './fill.ts';
import { SECTIONS } from './sections.ts';
import { fieldTable } from './table.ts';

const root = new URL('../../', import.meta.url);
const docs = new URL('docs/', root);
const read = (name: string) => readFileSync(new URL(name, docs), 'utf8');

/** All documents, relative to `docs/`. */
const documents = [
  ...readdirSync(docs).filter((name) => name.endsWith('.md')),
  '../README.md',
  '../CONTRIBUTING.md',
];

/** The YAML blocks of a document. */
const examples = (name: string) =>
  [...read(name).matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] ?? '');

/** Keys that only a configuration has at its top. */
const isConfiguration = (text: string) =>
  /^(?:projects|default_region|exclude|usage_file|units|billing|policies|comment):/m.test(text);

/** The template without the marks that make its examples comments. */
const template = readFileSync(new URL('examples/init/tollgate.yml', root), 'utf8').replace(
  /^# ((?:units:| {2}).*)$/gm,
  '$1',
);

describe('documents', () => {
  it.each(documents)('%s is up to date', (name) => {
    expect(fillSections(read(name), SECTIONS)).toBe(read(name));
  });

  it.each([
    ...documents.flatMap((name) =>
      examples(name)
        .filter(isConfiguration)
        .map((text) => [name, text]),
    ),
    ['examples/init/tollgate.yml', template],
  ])('show configurations that are valid: %s', (_, text) => {
    expect(loadConfig(memoryTree({ 'tollgate.yml': text })).diagnostics).toEqual([]);
  });

  it.each(['configuration.md', 'policies.md', '../README.md'])('show a configuration: %s', (name) => {
    expect(examples(name).some(isConfiguration)).toBe(true);
  });

  it.each(documents)('link to files that are there: %s', (name) => {
    const links = [...read(name).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(new URL(link, new URL(name, docs))))).toEqual([]);
  });

  it('show billing files that are valid, and fit together: one of each kind but corrections', () => {
    const files = examples('billing-profiles.md').map((text, at) => [
      `billing/profiles/example-${at}.yaml`,
      text,
    ]);
    const { documents, profiles, diagnostics } = openCatalogue(
      memoryTree(Object.fromEntries(files) as Record<string, string>),
    );
    expect(diagnostics).toEqual([]);
    expect(documents.map(({ kind }) => kind)).toEqual([
      ...['BillingProfile', 'RateCard', 'TaxTable', 'FxTable', 'UnitDefinition', 'BindingSet'],
    ]);
    const results = profiles.flatMap((profile) =>
      profile.document ? testResults(profile, profile.document) : [],
    );
    expect(results.map(({ passed }) => passed)).toEqual([true, true]);
  });
});

describe('fields', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['list'],
    properties: {
      list: { description: 'Things.', type: 'array', items: { $ref: '#/$defs/thing' } },
      level: { type: 'string', enum: ['soft', 'hard'], default: 'soft' },
      either: { oneOf: [{ type: 'string' }, { $ref: '#/$defs/thing' }] },
    },
    $defs: { thing: { type: 'object', properties: { on: { type: 'boolean', examples: [true] } } } },
  };

  it('are written out', () => {
    expect(fieldTable(fieldRows(schema, schema, () => false))).toBe(
      [
        '| Key | Type | Default | Meaning |',
        '| --- | --- | --- | --- |',
        '| `list` \\* | list of mapping |  | Things. |',
        '| `list[].on` | `true` or `false` |  | For example `true`. |',
        '| `level` | `soft`, `hard` | `"soft"` |  |',
        '| `either` | text or mapping |  |  |',
        '| `either.on` | `true` or `false` |  | For example `true`. |',
      ].join('\n'),
    );
  });

  it('point at a part that has its own table', () => {
    const types = fieldRows(schema, schema, (name) => name === 'thing').map(
      ({ path, type }) => `${path}: ${type}`,
    );
    expect(types).toEqual([
      'list: list of [thing](#thing)',
      'level: `soft`, `hard`',
      'either: text or [thing](#thing)',
    ]);
  });

  it('refuse a marker that names nothing', () => {
    expect(() => fillSections('<!-- begin generated: nothing -->\nx\n<!-- end generated -->', {})).toThrow(
      'nothing',
    );
  });
});
