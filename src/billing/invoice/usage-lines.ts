import { isZero, ZERO } from '../../lib/decimal.ts';
import type { Sku } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { rateSku, type RatedSku, usageOf } from '../rate/rate-sku.ts';
import type { Period } from '../time/periods.ts';
import { limitsOf } from './capacity-limits.ts';
import { cellsBySku, type UnratedCell } from './cells-by-sku.ts';
import { costOf } from './line-cost.ts';
import { jurisdictionOf, type Part } from './part.ts';
import { limitedBy } from './terms-plan.ts';
import { NO_DISCOUNTS, type SoldPart, type WorkLine } from './work-line.ts';

export interface UsageLines {
  readonly lines: WorkLine[];
  /** One sentence for each SKU whose amount nobody can tell. */
  readonly unknowns: string[];
  /** The ids of those SKUs. */
  readonly unknownSkus: string[];
  readonly unrated: UnratedCell[];
}

const NONE: readonly UsageCell[] = [];

/**
 * The lines of all SKUs, by SKU and then in time. A SKU without usage and without an amount has none. `asIf` may say that
 * something else was used.
 */
export function usageLines(
  parts: readonly Part[],
  period: Period,
  explain: boolean,
  asIf?: (one: SoldPart) => SoldPart,
): UsageLines {
  const result: UsageLines = { lines: [], unknowns: [], unknownSkus: [], unrated: [] };
  for (const own of skusOf(parts, result.unrated)) {
    const sold = asIf === undefined ? own : own.map(asIf);
    const rated = rateSku(sold, period, explain);
    for (let index = 0; index < sold.length; index++) {
      const [one, amount] = [sold[index], rated[index]];
      if (one !== undefined && amount !== undefined) addLine(result, one, sold, amount);
    }
  }
  return result;
}

/** Each SKU with all parts of the period in which it is sold, in the order of SKU ids. */
function skusOf(parts: readonly Part[], unrated: UnratedCell[]): Iterable<readonly SoldPart[]> {
  const limited = limitedIn(parts);
  const byPart = parts.map((part): SoldPart[] => {
    const own = cellsBySku(part);
    unrated.push(...own.unrated);
    return part.plan.skus.map((sku, index) => soldPart(part, sku, own.cells[index] ?? NONE, limited));
  });
  // Ids are distinct within a part, and most periods have but one.
  const [only] = byPart;
  return byPart.length === 1 && only !== undefined ? only.map((one) => [one]) : byId(byPart.flat());
}

function byId(sold: readonly SoldPart[]): Iterable<readonly SoldPart[]> {
  const groups = new Map<string, SoldPart[]>();
  for (const one of sold) {
    const others = groups.get(one.sku.id);
    if (others === undefined) groups.set(one.sku.id, [one]);
    else others.push(one);
  }
  return groups.values();
}

/** What the tiers of each capacity price limit in any of the parts: a later version may look at usage under the one before. */
function limitedIn(parts: readonly Part[]): ReadonlyMap<string, ReadonlySet<string>> {
  const limited = new Map<string, ReadonlySet<string>>();
  for (const { plan } of parts)
    for (const sku of plan.limited)
      limited.set(sku.id, new Set([...(limited.get(sku.id) ?? []), ...limitedBy(sku)]));
  return limited;
}

function soldPart(
  part: Part,
  sku: Sku,
  cells: readonly UsageCell[],
  limited: ReadonlyMap<string, ReadonlySet<string>>,
): SoldPart {
  const { terms } = part.inForce;
  const used = usageOf(cells, sku, terms.cadence);
  const keys = sku.price.model === 'capacity' ? limited.get(sku.id) : undefined;
  const usage = keys === undefined ? used : { ...used, limits: limitsOf(keys, sku, part) };
  return {
    terms,
    sku,
    from: part.from,
    to: part.to,
    usage,
    freeQuantity: ZERO,
    isLater: part.isLater,
    part,
    cells,
  };
}

function addLine(
  { lines, unknowns, unknownSkus, unrated }: UsageLines,
  one: SoldPart,
  sold: readonly SoldPart[],
  rated: RatedSku,
): void {
  const { part, cells, sku } = one;
  if (rated.amount === null) {
    unknowns.push(`${sku.id} of ${part.plan.reference} is not in the amounts: ${rated.unknown}`);
    unknownSkus.push(sku.id);
    for (const cell of cells) unrated.push({ cell, reason: rated.unknown, isOtherMetering: false });
    return;
  }
  if (cells.length === 0 && isZero(rated.amount)) return;
  lines.push({
    id: sku.id,
    kind: 'usage',
    part,
    use: { one, sold },
    quantity: rated.quantity,
    unit: sku.unit,
    billable: rated.billable,
    list: rated.amount,
    left: rated.amount,
    discounts: NO_DISCOUNTS,
    taxCategory: sku.taxCategory,
    jurisdiction: part.inForce.binding.jurisdiction ?? jurisdictionOf(cells) ?? part.jurisdiction,
    cost: costOf(one, rated.quantity),
    steps: rated.steps,
  });
}
