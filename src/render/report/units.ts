import type { Decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { CheckResult } from '../../model/result.ts';
import type { UnitDelta, UnitSide } from '../../model/unit.ts';
import { money, percent } from '../../model/money-text.ts';
import { isNothing } from '../../model/range.ts';
import { changedModules } from '../facts.ts';
import { moneyRange } from '../money.ts';
import { type Cell, type Inline, type Table, toned } from './document.ts';

/** Units of work before and after, the largest rise first; null when none is defined. */
export function unitsTable(result: CheckResult): Table | null {
  if (result.units.length === 0) return null;
  const units = [...result.units].sort((a, b) => rise(b, a) || byCodePoint(a.id, b.id));
  const margins = units.some((unit) => unit.base.margin !== null || unit.head.margin !== null);
  return {
    kind: 'table',
    columns: [
      { title: 'Cost per' },
      { title: 'Before', align: 'right' },
      { title: 'After', align: 'right' },
      { title: 'Change', align: 'right' },
      ...(margins ? [{ title: 'Margin', align: 'right' } as const] : []),
    ],
    rows: units.map((unit) => [
      unit.label,
      side(unit.base, result.currency),
      side(unit.head, result.currency),
      change(unit, result),
      ...(margins ? [margin(unit, result.currency)] : []),
    ]),
  };
}

/** A change of which one side is a blank would be read as the other side's figure. */
function sidesUnknown({ base, head }: UnitDelta): boolean {
  return base.known.perUnit === null || head.known.perUnit === null;
}

/** Order by percent of change; what has none comes last. */
function rise(a: UnitDelta, b: UnitDelta): number {
  if (a.percent === null || b.percent === null)
    return Number(b.percent === null) - Number(a.percent === null);
  return a.percent.cmp(b.percent);
}

function side(unit: UnitSide, currency: string): Cell {
  const { perUnit } = unit.known;
  if (perUnit === null) return toned('unknown', 'muted');
  return moneyRange(perUnit, currency, { fine: true }) + (unit.perUnit === null ? ' + unknown' : '');
}

function change(unit: UnitDelta, result: CheckResult): Cell {
  const delta = unit.known.perUnit;
  // The resources of a module outside the repository may belong to any unit.
  const isOpen = unit.unpricedChanges.length > 0 || changedModules(result) > 0;
  if (delta === null || sidesUnknown(unit)) return toned('unknown', 'muted');
  if (isNothing(delta)) return toned(isOpen ? 'unknown' : 'none', 'muted');
  const figure = money(delta.likely, result.currency, { fine: true, signed: true });
  const share = unit.percent === null ? '' : ` (${percent(unit.percent, { signed: true })})`;
  return toned(figure + share + (isOpen ? ' + unknown' : ''), delta.likely.s > 0 ? 'bad' : 'good');
}

function margin(unit: UnitDelta, currency: string): Cell {
  const sides = [unit.base, unit.head].map((part) => marginOf(part.marginPercent, part.margin, currency));
  const [before = null, after = null] = sides;
  if (after === null) return toned('unknown', 'muted');
  const step: Inline = before === null || before === after ? after : `${before} → ${after}`;
  return (unit.head.margin?.s ?? 1) < 0 ? [toned(step, 'bad'), ' (loss)'] : step;
}

function marginOf(share: Decimal | null, amount: Decimal | null, currency: string): string | null {
  if (share !== null) return percent(share);
  return amount === null ? null : money(amount, currency, { fine: true });
}
