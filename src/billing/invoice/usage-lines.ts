import { ZERO } from '../../lib/decimal.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { rateSku, type RatedSku, type SkuPart, usageOf } from '../rate/rate-sku.ts';
import type { Period } from '../time/periods.ts';
import { limitsOf } from './capacity-limits.ts';
import { cellsBySku, type UnratedCell } from './cells-by-sku.ts';
import { costOf } from './line-cost.ts';
import type { Part } from './part.ts';
import type { WorkLine } from './work-line.ts';

export interface UsageLines {
  readonly lines: WorkLine[];
  /** One sentence for each SKU whose amount nobody can tell. */
  readonly unknowns: string[];
  readonly unrated: UnratedCell[];
}

/** A SKU in one part, with its usage. */
interface SkuInPart {
  readonly part: Part;
  readonly cells: readonly UsageCell[];
  readonly rated: SkuPart;
}

const NONE: readonly UsageCell[] = [];

/** How the line is rated: by its place among the parts of the SKU. */
type UsageSource = Pick<NonNullable<WorkLine['usage']>, 'priced' | 'index'>;

/** The lines of all SKUs, by SKU and then in time. A SKU without usage and without an amount has none. */
export function usageLines(parts: readonly Part[], period: Period, explain: boolean): UsageLines {
  const result: UsageLines = { lines: [], unknowns: [], unrated: [] };
  for (const sold of skusOf(parts, result.unrated)) {
    const priced = sold.map((one) => one.rated);
    const rated = rateSku(priced, period, explain);
    sold.forEach((one, index) => {
      const amount = rated[index];
      if (amount !== undefined) addLine(result, one, { priced, index }, amount);
    });
  }
  return result;
}

/** Each SKU with all parts of the period in which it is sold, in the order of SKU ids. */
function skusOf(parts: readonly Part[], unrated: UnratedCell[]): Iterable<readonly SkuInPart[]> {
  const byId = new Map<string, SkuInPart[]>();
  for (const part of parts) {
    const { terms } = part.inForce;
    const own = cellsBySku(part);
    unrated.push(...own.unrated);
    part.plan.skus.forEach((sku, index) => {
      const cells = own.cells[index] ?? NONE;
      const usage = usageOf(cells, sku, terms.cadence);
      const metered = sku.price.model === 'capacity' ? { ...usage, limits: limitsOf(sku, part) } : usage;
      const { from, to } = part;
      const one = { part, cells, rated: { terms, sku, from, to, usage: metered, freeQuantity: ZERO } };
      const others = byId.get(sku.id);
      if (others === undefined) byId.set(sku.id, [one]);
      else others.push(one);
    });
  }
  return byId.values();
}

function addLine(
  { lines, unknowns, unrated }: UsageLines,
  one: SkuInPart,
  source: UsageSource,
  rated: RatedSku,
): void {
  const { part, cells } = one;
  const { sku } = one.rated;
  if (rated.amount === null) {
    unknowns.push(`${sku.id} of ${part.plan.reference} is not in the amounts: ${rated.unknown}`);
    for (const cell of cells) unrated.push({ cell, reason: rated.unknown, isOtherMetering: false });
    return;
  }
  if (cells.length === 0 && rated.amount.eq(ZERO)) return;
  lines.push({
    id: sku.id,
    kind: 'usage',
    part,
    usage: { ...source, sku, cells },
    quantity: rated.quantity,
    unit: sku.unit,
    billable: rated.billable,
    list: rated.amount,
    left: rated.amount,
    discounts: [],
    taxCategory: sku.taxCategory,
    jurisdiction: part.inForce.binding.jurisdiction ?? jurisdictionOf(cells) ?? jurisdictionOf(part.cells),
    cost: costOf(cells, sku, rated.quantity),
    steps: [...rated.steps],
  });
}

function jurisdictionOf(cells: readonly UsageCell[]): string | null {
  for (const { jurisdiction } of cells) if (jurisdiction !== null) return jurisdiction;
  return null;
}
