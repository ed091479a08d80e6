import { billingChanges } from '../../../src/billing/changes.ts';
import { loadBothSides } from '../../../src/billing/load-both.ts';
import { openCatalogue, type Catalogue } from '../../../src/billing/resolve/catalogue.ts';
import { simulationPlan } from '../../../src/billing/simulate/plan.ts';
import type { AggregationPlan } from '../../../src/model/billing/usage.ts';
import type { ProfileChange } from '../../../src/model/profile.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { billingFiles } from './files.ts';
import type { Stopwatch } from './stopwatch.ts';

export const NOW = '2026-04-02T00:00:00Z';

/** Both sides of the generated change, as the check opens them. */
export interface Sides {
  readonly base: Catalogue;
  readonly head: Catalogue;
  readonly changes: readonly ProfileChange[];
  readonly plan: AggregationPlan;
}

/** Opens both sides and takes the time of each step. */
export function openSides(watch: Stopwatch): Sides {
  const files = billingFiles(10_000, 50);
  const trees = { base: memoryTree(files.base), head: memoryTree(files.head) };
  watch.skip();
  const loaded = loadBothSides(trees.base, trees.head);
  watch.lap('reading the billing files');
  const [base, head] = [openCatalogue(trees.base, loaded.base), openCatalogue(trees.head, loaded.head)];
  watch.lap('resolving the profiles');
  const { changes } = billingChanges(trees.base, trees.head, NOW, loaded);
  watch.lap('comparing the profiles');
  const plan = simulationPlan(base, head, 'prod', NOW);
  watch.lap('planning the aggregation');
  return { base, head, changes, plan };
}
