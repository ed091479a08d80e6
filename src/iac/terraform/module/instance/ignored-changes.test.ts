import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../../index.ts';
import { sketch } from '../../evaluate/vectors/sketch.ts';

const BODY = 'type = "big"\n  tags = { a = "x" }\n  disk {\n    size = 1\n  }\n  password = "secret"';

/** What a reference gives to a resource whose `ignore_changes` is this. */
function reference(ignored: string, expression: string) {
  const text = [
    `resource "x_y" "z" {\n  ${BODY}\n  lifecycle {\n    ignore_changes = ${ignored}\n  }\n}`,
    `resource "x_y" "reader" {\n  read = ${expression}\n}\n`,
  ].join('\n');
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  const { resources } = readTerraform(openTerraform(memoryTree({ 'main.tf': text }), options));
  return resources.find(({ name }) => name === 'reader')?.attributes.entries.get('read');
}

describe('a reference to what ignore_changes covers', () => {
  it.each([
    ['[type]', 'x_y.z.type', '?~"big"'],
    ['all', 'x_y.z.type', '?~"big"'],
    ['["type"]', 'x_y.z.type', '?~"big"'],
    ['[tags["a"]]', 'x_y.z.tags', '?~{a:"x"}'],
    ['[disk[0].size]', 'x_y.z.disk[0].size', '?'],
    ['[tags]', 'x_y.z.type', '"big"'],
    ['[types]', 'x_y.z.type', '"big"'],
    ['[type]', 'x_y.z["type"]', '?~"big"'],
  ])('%s, %s: may be another value than is written', (ignored, expression, expected) => {
    const value = reference(ignored, expression);
    expect(value && sketch(value)).toBe(expected);
    if (value?.kind === 'unknown') expect(value.reason).toBe('computed-attribute');
  });

  it('keeps a secret one', () => {
    expect(reference('all', 'x_y.z.password')).toMatchObject({
      kind: 'unknown',
      sensitive: true,
      fallback: { sensitive: true },
    });
  });
});
