/**
 * Does one task in a process of its own and prints what it took:
 *
 *   open                     both sides of a change
 *   read FILE READER         all of it: opens both sides, reads usage and rates it under both
 *   rate FILE                usage that is read, into invoices, by the old and by the new profiles
 *   simulate FILE            usage that is read, old against new, twice
 */
import '../../../src/entry/heap.ts';
import { rateUsage } from '../../../src/billing/invoice/rate-usage.ts';
import type { Catalogue } from '../../../src/billing/resolve/catalogue.ts';
import { simulate } from '../../../src/billing/simulate/simulate.ts';
import { termsInForce } from '../../../src/billing/timeline/timeline.ts';
import { readUsageFiles } from '../../../src/billing/usage/read-usage.ts';
import type { TermsInForce } from '../../../src/model/billing/binding.ts';
import type { Simulation } from '../../../src/model/billing/simulation.ts';
import type { UsageAggregate } from '../../../src/model/billing/usage.ts';
import { NOW, openSides, type Sides } from './sides.ts';
import { Stopwatch } from './stopwatch.ts';

const [task = '', file = '', reader = 'built-in'] = process.argv.slice(2);
const watch = new Stopwatch();
const counts: Record<string, number> = {};
const sides = openSides(watch);

if (task === 'read') {
  const usage = await read(reader === 'duckdb' ? 'duckdb' : 'built-in');
  watch.lap('reading and aggregating');
  simulated(sides, usage);
  watch.lap('rating under both sides');
} else if (task === 'rate') {
  const usage = await read('built-in');
  watch.skip();
  rated(sides.base, usage);
  watch.lap('rating by the old profiles');
  rated(sides.head, usage);
  watch.lap('rating by the new profiles');
} else if (task === 'simulate') {
  const usage = await read('built-in');
  watch.skip();
  simulated(sides, usage);
  watch.lap('simulating, cold');
  simulated(sides, usage);
  watch.lap('simulating again');
}

process.stdout.write(
  JSON.stringify({ laps: watch.laps, memory: process.resourceUsage().maxRSS / 1024, counts }),
);

async function read(by: 'built-in' | 'duckdb'): Promise<UsageAggregate> {
  const usage = await readUsageFiles([{ path: file, name: 'usage.csv' }], sides.plan, { reader: by });
  counts['rows accepted'] = usage.counts.accepted;
  counts.cells = usage.cells.length;
  return usage;
}

function simulated({ base, head, changes }: Sides, usage: UsageAggregate): Simulation {
  const nameOf = (customer: string): string => customer;
  const found = simulate({ base, head, usage, changes, nameOf, environment: 'prod', now: NOW });
  counts['customers that pay another sum'] = found.totals.reduce(
    (sum, { customers }) => sum + customers.more + customers.less,
    0,
  );
  return found;
}

/** By the last terms that each customer has, as if they held always. */
function rated(catalogue: Catalogue, usage: UsageAggregate): void {
  const termsOf = (customer: string, type: string | null): TermsInForce[] => {
    const last = termsInForce(catalogue, 'prod', customer, type).at(-1);
    return last === undefined ? [] : [{ ...last, from: '2025-01-01T00:00:00Z', to: null }];
  };
  const { invoices, unrated } = rateUsage({ usage, termsOf, explain: false });
  counts.invoices = invoices.length;
  counts['reasons for unrated usage'] = unrated.length;
}
