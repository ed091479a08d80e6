/** Reads the usage of a folder with one reader, rates it under the profiles of both sides, and prints what that took. */
import '../../../src/entry/heap.ts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { billingChanges } from '../../../src/billing/changes.ts';
import { openCatalogue } from '../../../src/billing/resolve/catalogue.ts';
import { simulate } from '../../../src/billing/simulate/simulate.ts';
import { simulationPlan } from '../../../src/billing/simulate/plan.ts';
import { readUsageFiles } from '../../../src/billing/usage/read-usage.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { billingFiles } from './files.ts';

const NOW = '2026-04-02T00:00:00Z';
const [folder = '', reader = 'auto'] = process.argv.slice(2);
const start = performance.now();
const seconds = (since: number): number => (performance.now() - since) / 1000;

const files = billingFiles(10_000, 50);
const trees = { base: memoryTree(files.base), head: memoryTree(files.head) };
const [base, head] = [openCatalogue(trees.base), openCatalogue(trees.head)];
const plan = simulationPlan(base, head, 'prod', NOW);
const opened = seconds(start);

const reading = performance.now();
const name = readdirSync(folder).find((file) => file.startsWith('usage.')) ?? '';
const usage = await readUsageFiles([{ path: join(folder, name), name }], plan, {
  reader: reader === 'built-in' ? 'built-in' : 'duckdb',
});
const read = seconds(reading);
const { user, system } = process.cpuUsage();

const rating = performance.now();
const { changes } = billingChanges(trees.base, trees.head, NOW);
const compared = performance.now();
const nameOf = (customer: string): string => customer;
const simulation = simulate({ ...{ base, head, usage, changes, nameOf }, environment: 'prod', now: NOW });
const simulated = seconds(compared);

process.stdout.write(
  JSON.stringify({
    total: seconds(start),
    'peak MB': process.resourceUsage().maxRSS / 1024,
    's, opening the profiles': opened,
    's, reading and aggregating': read,
    'CPU s until then': (user + system) / 1e6,
    's, comparing the profiles': (compared - rating) / 1000,
    's, rating under both sides': simulated,
    'rows accepted': usage.counts.accepted,
    cells: usage.cells.length,
    'customers that pay another sum': simulation.totals.reduce(
      (sum, { customers }) => sum + customers.more + customers.less,
      0,
    ),
  }),
);
