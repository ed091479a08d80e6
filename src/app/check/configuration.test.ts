import { describe, expect, test } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { Tree } from '../../tree/tree.ts';
import { readConfiguration } from './configuration.ts';

const hard = 'version: 1\npolicies: { required_tags: { level: hard, keys: [owner] } }\n';
const soft = hard.replace('hard', 'soft');
const broken = 'policies: [';

const tree = (config: string | null): Tree => memoryTree(config === null ? {} : { 'tollgate.yml': config });

/** The level that the change is judged by, the diagnostics as `severity code`, and the sentences. */
function judged(base: Tree, head: Tree, from: 'base' | 'head' = 'base') {
  const { config, diagnostics, changes } = readConfiguration(base, head, from);
  return {
    level: config.policies.requiredTags.level,
    found: diagnostics.map(({ severity, code }) => `${severity} ${code}`),
    changes: changes.length,
  };
}

describe('a change is judged by', () => {
  test('the base, and its own configuration must be sound', () => {
    expect(judged(tree(hard), tree(soft))).toEqual({ level: 'hard', found: [], changes: 1 });
    const spoilt = judged(tree(hard), tree(broken));
    expect(spoilt).toMatchObject({ level: 'hard', found: [expect.stringMatching(/^error /)], changes: 1 });
  });

  test.each([
    ['deleted', null, 'tollgate.yml is deleted: defaults hold once merged.'],
    ['spoilt', broken, 'tollgate.yml has errors: its rules cannot be told.'],
    ['wrong', 'version: 2', 'tollgate.yml has errors: its rules cannot be told.'],
  ])('the base, and a configuration that is %s is one change', (_, head, sentence) => {
    expect(readConfiguration(tree(hard), tree(head), 'base').changes).toEqual([sentence]);
  });

  test('its own configuration when it repairs the one of the base, loudly', () => {
    const { diagnostics, changes } = readConfiguration(tree(broken), tree(soft), 'base');
    expect(judged(tree(broken), tree(soft)).level).toBe('soft');
    expect(diagnostics[0]).toMatchObject({
      severity: 'warning',
      code: 'config-repaired',
      source: { file: 'tollgate.yml' },
    });
    expect(diagnostics[1]?.message).toMatch(/^At the base: /);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(changes).toEqual([diagnostics[0]?.message]);
  });

  test.each([
    ['both are broken', tree(broken), tree(`${broken} `)],
    ['the head only deletes it', tree(broken), tree(null)],
    ['the clone lacks it', memoryTree({}, { 'tollgate.yml': 'not in the clone' }), tree(soft)],
  ])('nothing when %s', (_, base, head) => {
    const { level, found } = judged(base, head);
    expect(level).toBe('off');
    expect(found[0]).toMatch(/^error /);
  });

  test('a file that is too large or a dead link at the base can be repaired too', () => {
    for (const reason of ['too large', 'symbolic link'] as const)
      expect(judged(memoryTree({}, { 'tollgate.yml': reason }), tree(hard)).level).toBe('hard');
  });

  test('the head when that is asked for, which is said', () => {
    expect(judged(tree(hard), tree(soft), 'head')).toEqual({ level: 'soft', found: [], changes: 2 });
    expect(judged(tree(broken), tree(soft), 'head')).toMatchObject({
      level: 'soft',
      found: [expect.stringMatching(/^warning /)],
    });
  });
});
