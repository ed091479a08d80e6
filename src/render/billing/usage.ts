import { attributionOf } from '../../model/billing/attribution.ts';
import type { ComparedPeriods, Simulation } from '../../model/billing/simulation.ts';
import type { UsageCounts, UsageOrigin } from '../../model/billing/usage.ts';
import { count, percent } from '../../model/money-text.ts';
import { plural } from '../plural.ts';

/**
 * `1,000 rows = 990 taken + 4 duplicates + 6 rejected (4 unknown-sku, 2 late)`: nothing is lost in silence. Those that are taken are not all rated:
 * what is not has a sentence of its own.
 */
export function countsText({ rows, accepted, deduplicated, pooled, rejected }: UsageCounts): string {
  const reasons = Object.entries(rejected).filter(([, n]) => n > 0);
  const sum = reasons.reduce((total, [, n]) => total + n, 0);
  const listed = reasons.map(([reason, n]) => `${count(n)} ${reason}`).join(', ');
  return [
    `${plural(rows, 'row')} = ${count(accepted)} taken`,
    ...(deduplicated === 0 ? [] : [plural(deduplicated, 'duplicate')]),
    ...(pooled === 0 ? [] : [`${count(pooled)} of shared cost`]),
    `${count(sum)} rejected${listed === '' ? '' : ` (${listed})`}`,
  ].join(' + ');
}

/** ` Attribution accuracy 95%, untagged 3%.`; nothing where every row is somebody's. */
export function attributionText(counts: UsageCounts): string {
  const { accuracy, untagged } = attributionOf(counts);
  if (accuracy === null || untagged === null || accuracy.eq('100')) return '';
  return ` Attribution accuracy ${percent(accuracy)}, untagged ${percent(untagged)}.`;
}

/** Where usage comes from and how far it reaches. */
export function originText({ files, source, completeThrough, sampled, from, to }: UsageOrigin): string {
  const window = from === null || to === null ? 'without a row' : `${from} to ${to}`;
  const complete =
    completeThrough === null ? 'nobody says whether it is complete' : `complete through ${completeThrough}`;
  const sample = sampled === null ? '' : `, a sample of ${percent(sampled)}`;
  return `${files.join(', ')}${source === null ? '' : ` (${source})`}: ${window}, ${complete}${sample}`;
}

/** How many billing periods the sums hold: flat prices are in them as many times. */
function periodsText({ cadence, timezone, count: n, from, to }: ComparedPeriods): string {
  return `The sums hold ${plural(n, `${cadence} billing period`)} (${timezone}), from ${from} to ${to}.`;
}

/** The sentences about the usage that a simulation went by; whose it is goes without saying for production. */
export function usageLines({ usage, environment }: Simulation): string[] {
  const whose = environment === 'prod' ? [] : [`Customers are those of ${environment}.`];
  if (usage === null) {
    return [
      ...whose,
      'There is no recorded usage: only the probes below say what the change does. Name files under "billing.usage".',
    ];
  }
  const { counts, origin, coverage, periods } = usage;
  return [
    ...whose,
    `Usage: ${originText(origin)}.`,
    `${countsText(counts)}.${coverage.rows === null ? '' : ` Coverage ${percent(coverage.rows)}.`}${attributionText(counts)}`,
    ...periods.map(periodsText),
  ];
}
