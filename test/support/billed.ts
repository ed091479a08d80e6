import { rateUsage } from '../../src/billing/invoice/rate-usage.ts';
import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { termsInForce } from '../../src/billing/timeline/timeline.ts';
import { planFor } from '../../src/billing/usage/plan.ts';
import { readUsageContents } from '../../src/billing/usage/read-usage.ts';
import type { UnratedUsage } from '../../src/model/billing/rated.ts';
import type { Invoice } from '../../src/model/billing/rating.ts';
import type { UsageCounts } from '../../src/model/billing/usage.ts';
import { memoryTree } from './memory-tree.ts';

export interface Billed {
  readonly invoices: readonly Invoice[];
  readonly unrated: readonly UnratedUsage[];
  readonly counts: UsageCounts;
}

/** What customers in prod owe for usage, all the way from the texts of files. Throws what is wrong with the billing files. */
export async function billed(files: Readonly<Record<string, string>>, usage: string): Promise<Billed> {
  const catalogue = openCatalogue(memoryTree(files));
  const problems = catalogue.diagnostics.map(({ message }) => message);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const termsOf = (customer: string, type: string | null) => termsInForce(catalogue, 'prod', customer, type);
  const read = await readUsageContents(
    [{ name: 'usage.csv', bytes: new TextEncoder().encode(usage) }],
    planFor(termsOf),
  );
  const rated = rateUsage({ usage: read, termsOf: (customer) => termsOf(customer, null), explain: false });
  return { ...rated, counts: read.counts };
}
