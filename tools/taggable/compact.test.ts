import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compactTable } from './compact.ts';
import type { TaggableFacts } from './compact.ts';

describe('the tables that ship', () => {
  it.each(['aws', 'azurerm', 'google'])('%s is built from the facts', (provider) => {
    const facts = readFileSync(new URL(`facts/${provider}.json`, import.meta.url), 'utf8');
    const shipped = readFileSync(new URL(`../../taggable/${provider}.json`, import.meta.url), 'utf8');
    expect(shipped).toBe(compactTable(JSON.parse(facts) as TaggableFacts));
  });
});
