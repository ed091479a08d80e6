import { expect, it } from 'vitest';

import {
  base,
  withSnapshots,
  BEFORE,
  NOW,
  type Files,
} from '../../../test/golden/billing-rules/repository.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { judgeBilling } from './billing.ts';
import { readConfiguration } from './configuration.ts';

const before = withSnapshots(base, BEFORE);
const PROFILE = 'billing/profiles/standard.yaml';

async function judged(headFiles: Files) {
  const [from, to] = [memoryTree(before), memoryTree(headFiles)];
  const { config, atHead } = readConfiguration(from, to, 'base');
  return judgeBilling({
    ...{ base: from, head: to, config, now: NOW, given: undefined, atHead },
    headSigned: () => null,
  });
}

const edited = (from: string, to: string) =>
  judged({ ...before, [PROFILE]: (before[PROFILE] ?? '').replace(from, to) });

it('shows no simulation where billing files differ in nothing that they say', async () => {
  const found = await edited('kind:', '# The plan of most.\nkind:');
  expect(found.changes).toEqual([]);
  expect(found).not.toHaveProperty('simulation');
});

it('shows it where anything differs, and where that cannot be told', async () => {
  const text = await edited('name:', 'description: The plan of most.\nname:');
  expect(text.simulation?.replayed).toBe(true);
  const broken = await edited('currency: USD', 'currency: 1');
  expect(broken.changes).toEqual([]);
  expect(broken.simulation?.unread?.profiles).toEqual(['standard']);
});
