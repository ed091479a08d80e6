import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDifference } from './difference.ts';
import { readOurs } from './ours.ts';
import type { OracleFile } from './ours.ts';

const folder = new URL('cases/', import.meta.url);
const expected = readFileSync(new URL('expected.jsonl', folder), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as OracleFile);

describe('syntax trees are those of the Go implementation', () => {
  it.each(expected.map((oracle) => [oracle.file, oracle] as const))('%s', (file, oracle) => {
    const { diagnostics, tree } = readOurs(file, readFileSync(new URL(file, folder), 'utf8'));
    if (oracle.errors.length > 0) {
      expect(diagnostics).not.toEqual([]);
    } else {
      expect(diagnostics).toEqual([]);
      expect(findDifference(oracle.template ?? oracle.body, tree)).toBeUndefined();
    }
  });
});
