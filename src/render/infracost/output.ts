import { decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { EstimatedResource, EstimateResult } from '../../model/estimate.ts';
import { safeJson } from '../json/safe.ts';
import { breakdownJson, type RateOf, totalsJson } from './breakdown.ts';

const ONE = decimal('1');
const NOTHING = { totalHourlyCost: '0', totalMonthlyCost: '0', totalMonthlyUsageCost: '0' };

/**
 * An estimate in the shape of Infracost's JSON output, version 0.2, with the past as nothing. What that shape cannot say (ranges,
 * evidence, why a price is unknown) is in the other JSON. Without a clock: the time is the start of the day that was priced.
 */
export function renderInfracostJson(result: EstimateResult): string {
  const time = `${result.today}T00:00:00Z`;
  const { resources } = result;
  // What only a usage file tells of belongs to that file, which is no input.
  const names = [...result.inputs, ...resources.map(({ cost }) => cost)].map(({ project }) => project);
  const projects = [...new Set(names)].sort(byCodePoint);
  return safeJson({
    version: '0.2',
    metadata: {
      infracostCommand: 'breakdown',
      vcsBranch: result.side.ref,
      vcsCommitSha: result.side.commit ?? '',
      vcsCommitAuthorName: '',
      vcsCommitAuthorEmail: '',
      vcsCommitTimestamp: time,
      vcsCommitMessage: '',
    },
    currency: result.currency,
    projects: projects.map((name) =>
      projectJson(
        name,
        resources.filter(({ cost }) => cost.project === name),
        ratesOf(result),
      ),
    ),
    ...totalsJson(resources),
    ...prefixed('past', NOTHING),
    ...prefixed('diff', totalsJson(resources)),
    timeGenerated: time,
    summary: summaryJson(resources),
  });
}

/** The rates that the result was converted by. */
function ratesOf({ currency, pricing }: EstimateResult): RateOf {
  return (from) => (from === currency ? ONE : pricing?.exchangeRates.find((one) => one.from === from)?.rate);
}

function projectJson(name: string, resources: readonly EstimatedResource[], rateOf: RateOf): object {
  const breakdown = breakdownJson(resources, rateOf);
  return {
    name,
    displayName: name,
    metadata: { path: name, type: 'terraform_dir' },
    pastBreakdown: { resources: [], ...NOTHING },
    breakdown,
    diff: breakdown,
    summary: summaryJson(resources),
  };
}

/** `pastTotalHourlyCost` for `totalHourlyCost`. */
function prefixed(prefix: string, totals: object): object {
  return Object.fromEntries(
    Object.entries(totals).map(([name, value]: [string, unknown]) => [
      `${prefix}${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`,
      value,
    ]),
  );
}

function summaryJson(resources: readonly EstimatedResource[]): object {
  const having = (isWanted: (status: ResourceCost['status']) => boolean) =>
    resources.filter(({ cost }) => isWanted(cost.status));
  const free = having((status) => status === 'free');
  const unknown = having((status) => status === 'unknown-type');
  const supported = having((status) => status !== 'free' && status !== 'unknown-type');
  return {
    totalDetectedResources: resources.length,
    totalSupportedResources: supported.length,
    totalUnsupportedResources: unknown.length,
    totalUsageBasedResources: supported.filter(({ cost }) =>
      cost.lines.some(({ kind }) => kind === 'variable'),
    ).length,
    totalNoPriceResources: free.length,
    unsupportedResourceCounts: countsByType(unknown),
    noPriceResourceCounts: countsByType(free),
  };
}

function countsByType(resources: readonly EstimatedResource[]): object {
  const counts = new Map<string, number>();
  for (const { cost } of resources) counts.set(cost.type, (counts.get(cost.type) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => byCodePoint(a, b)));
}
