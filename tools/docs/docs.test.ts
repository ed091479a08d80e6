import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readBillingFile } from '../../src/billing/read.ts';
import { loadConfig } from '../../src/config/load.ts';
import type { JsonSchema } from '../../src/config/yaml/json-schema.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { fieldRows } from './fields.ts';
import { fillSections } from './fill.ts';
import { SECTIONS } from './sections.ts';
import { fieldTable } from './table.ts';

const docs = new URL('../../docs/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, docs), 'utf8');

/** The YAML blocks of a document. */
const examples = (name: string) =>
  [...read(name).matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] ?? '');

describe('documents', () => {
  it.each(readdirSync(docs).filter((name) => name.endsWith('.md')))('%s is up to date', (name) => {
    expect(fillSections(read(name), SECTIONS)).toBe(read(name));
  });

  it('show configurations that are valid', () => {
    const found = examples('configuration.md');
    expect(found.length).toBeGreaterThan(0);
    for (const text of found) {
      expect(loadConfig(memoryTree({ 'tollgate.yml': text })).diagnostics).toEqual([]);
    }
  });

  it('show billing files that are valid', () => {
    const found = examples('billing-profiles.md');
    expect(found.length).toBeGreaterThan(0);
    for (const text of found) expect(readBillingFile('a.yaml', Buffer.from(text)).diagnostics).toEqual([]);
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
