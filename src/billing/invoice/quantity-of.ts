import { type Decimal, sum, ZERO } from '../../lib/decimal.ts';
import type { Aggregate } from '../../model/billing/terms.ts';
import { isLevel } from '../rate/level.ts';
import { runsOf } from '../rate/runs.ts';
import type { SkuPart } from '../rate/sku-part.ts';
import { isUsed } from '../rate/together.ts';
import type { WorkLine } from './work-line.ts';

/** What a quantity is between; the same where it is known. */
export interface Bounds {
  readonly least: Decimal;
  readonly most: Decimal;
}

/** A quantity of one SKU in a part of the period, or in parts that go on in each other's tiers. */
interface Stretch {
  readonly parts: readonly SkuPart[];
  readonly quantity: Decimal;
}

const NOTHING: Bounds = { least: ZERO, most: ZERO };

/**
 * What the SKUs of lines have metered in the period. Parts of it add up, unless a quantity is one level for all of the period:
 * then it is the most, or the last, of all parts. What is unique in several parts is at least the most and at most the sum of them.
 */
export function meteredIn(lines: readonly WorkLine[]): Bounds {
  let [least, most] = [ZERO, ZERO];
  for (const own of bySku(lines)) {
    const sold = own[0]?.use?.sold ?? [];
    const bounds = together(sold.map((part) => ({ parts: [part], quantity: part.usage.quantity })));
    [least, most] = [least.plus(bounds.least), most.plus(bounds.most)];
  }
  return { least, most };
}

/** The billable units of lines, added up in the same way. Null: it cannot be told. */
export function billableIn(lines: readonly WorkLine[]): Decimal | null {
  let total = ZERO;
  for (const own of bySku(lines)) {
    const { least, most } = together(stretchesOf(own));
    if (!least.eq(most)) return null;
    total = total.plus(least);
  }
  return total;
}

/** The usage lines of each SKU. */
function bySku(lines: readonly WorkLine[]): Iterable<readonly WorkLine[]> {
  const groups = new Map<string, WorkLine[]>();
  for (const line of lines) {
    if (line.use === null) continue;
    const group = groups.get(line.id);
    if (group === undefined) groups.set(line.id, [line]);
    else group.push(line);
  }
  return groups.values();
}

/** Units of parts that go on in each other's tiers are what each adds: they add up to the level, too. */
function stretchesOf(lines: readonly WorkLine[]): Stretch[] {
  const [only, ...others] = lines;
  const sold = only?.use?.sold ?? [];
  if (only !== undefined && others.length === 0 && sold.length === 1)
    return [{ parts: sold, quantity: only.billable }];
  const lineOf = (part: SkuPart) => lines.find(({ use }) => use?.one === part);
  return runsOf(sold)
    .filter((run) => run.some(lineOf))
    .flatMap((run): Stretch[] =>
      levelOf(run[0]) === 'unique'
        ? run.map((part) => ({ parts: [part], quantity: lineOf(part)?.billable ?? part.usage.quantity }))
        : [{ parts: run, quantity: sum(run.map((part) => lineOf(part)?.billable ?? ZERO)) }],
    );
}

function together(stretches: readonly Stretch[]): Bounds {
  return stretches.reduce((before, { parts, quantity }): Bounds => {
    const [part] = parts;
    switch (part === undefined ? null : levelOf(part)) {
      case 'max':
        return { least: larger(before.least, quantity), most: larger(before.most, quantity) };
      case 'last':
        return parts.some(({ usage }) => isUsed(usage)) ? { least: quantity, most: quantity } : before;
      case 'unique':
        return { least: larger(before.least, quantity), most: before.most.plus(quantity) };
      default:
        return { least: before.least.plus(quantity), most: before.most.plus(quantity) };
    }
  }, NOTHING);
}

/** How a quantity that is one level for the whole period is counted; null where parts add up. */
function levelOf({ sku: { meter }, terms }: SkuPart): Aggregate | null {
  return isLevel(meter, terms.cadence) ? meter.aggregate : null;
}

function larger(a: Decimal, b: Decimal): Decimal {
  return a.gt(b) ? a : b;
}
