import { readFileSync } from 'node:fs';

import { billingChanges, type BillingChanges } from '../../../src/billing/changes.ts';
import { memoryTree } from '../../support/memory-tree.ts';

export const NOW = '2026-02-01T00:00:00Z';
export const FILE = 'billing/profiles/standard.yaml';

/** A valid billing file of the golden cases. */
export function golden(name: string): string {
  return readFileSync(new URL(`valid/${name}`, import.meta.url), 'utf8');
}

export const published = golden('standard.yaml');
export const draft = edit(published, ['lifecycle: published', 'lifecycle: draft']);

/** The next version of what is published, from a later date on. */
export const successor = edit(published, ['1.2.0', '9.0.0'], ['from: 2026-01-01', 'from: 2026-06-01']);

/** Replaces text that must be there. */
export function edit(source: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`"${from}" is not in the source`);
    return result.replace(from, to);
  }, source);
}

/** The changes from one content of a file to another; undefined: the file is not there. */
export function compare(base: string | undefined, head: string | undefined, file = FILE): BillingChanges {
  const side = (content: string | undefined) => memoryTree(content === undefined ? {} : { [file]: content });
  return billingChanges(side(base), side(head), NOW);
}
