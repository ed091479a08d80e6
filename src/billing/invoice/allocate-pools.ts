import { type Decimal, ZERO } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { AllocatedPool } from '../../model/billing/rated.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import type { Allocation, Terms } from '../../model/billing/terms.ts';
import { allocate } from './allocate.ts';

/** Columns of usage that pools are split by, and what rated lines have of them. */
const KEYS: Readonly<Record<string, (line: RatedLine) => Decimal | null>> = {
  ConsumedQuantity: ({ quantity }) => quantity,
  EffectiveCost: ({ cost }) => cost,
};

/**
 * Who carries each shared cost: profit centers, by the rule of the profiles that were billed and by the usage on all invoices. By
 * pool. Unknown where no profile has a rule, where several say something else, and where the usage of a center cannot be told.
 */
export function allocatePools(
  pools: Readonly<Record<string, Decimal>>,
  invoices: readonly Invoice[],
  termsOf: (reference: string) => Terms | undefined,
): AllocatedPool[] {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  const references = [...new Set(lines.map(({ profile }) => profile))].sort(byCodePoint);
  const versions = references.flatMap((reference) => termsOf(reference) ?? []);
  return Object.entries(pools)
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([pool, amount]) => allocated(pool, amount, versions, lines));
}

function allocated(
  pool: string,
  amount: Decimal,
  versions: readonly Terms[],
  lines: readonly RatedLine[],
): AllocatedPool {
  const rules = versions.flatMap((terms) =>
    terms.allocation.filter((rule) => rule.pool === pool).map((rule) => ({ rule, terms })),
  );
  const nobody = (rule: string | null, unknown: string): AllocatedPool => ({
    ...{ pool, amount, rule, parts: [], unknown },
  });
  const [first] = rules;
  if (first === undefined) return nobody(null, 'No profile that was billed has a rule for it.');
  const other = rules.find(({ rule }) => JSON.stringify(rule) !== JSON.stringify(first.rule));
  if (other !== undefined)
    return nobody(null, `${nameOf(first.terms)} and ${nameOf(other.terms)} split it in different ways.`);
  const weights = weightsOf(first.rule, lines);
  if (typeof weights === 'string') return nobody(first.rule.id, weights);
  const { parts, unknown } = allocate(amount, first.rule, weights, first.terms.rounding.digits);
  if (parts === null) return nobody(first.rule.id, unknown);
  const listed = [...parts].map(([to, part]) => ({ to, amount: part }));
  listed.sort((a, b) => byCodePoint(a.to, b.to));
  return { pool, amount, rule: first.rule.id, parts: listed, unknown: null };
}

/** What each profit center has of the rule's key; 0 where only their number counts. One sentence where it cannot be told. */
function weightsOf({ method, key }: Allocation, lines: readonly RatedLine[]): Map<string, Decimal> | string {
  const usage = lines.filter(({ kind }) => kind === 'usage');
  const weights = new Map<string, Decimal>();
  const isByUsage = method === 'proportional' || method === 'weighted';
  const read = isByUsage ? KEYS[key ?? ''] : () => ZERO;
  if (read === undefined)
    return `It cannot be split by "${key ?? ''}", only by ${Object.keys(KEYS).join(' or ')}.`;
  const units = new Set(usage.map(({ unit }) => unit));
  if (isByUsage && key === 'ConsumedQuantity' && units.size > 1)
    return `Quantities in different units cannot be added up: ${[...units].map(String).sort(byCodePoint).join(', ')}.`;
  for (const line of usage) {
    const weight = read(line);
    if (weight === null) return `The "${key ?? ''}" of ${line.id} is not known.`;
    if (line.profitCenter === null && isByUsage) return `${line.id} has no profit center.`;
    if (line.profitCenter === null) continue;
    weights.set(line.profitCenter, (weights.get(line.profitCenter) ?? ZERO).plus(weight));
  }
  return weights;
}

function nameOf({ id, version }: Terms): string {
  return `${id}@${version}`;
}
