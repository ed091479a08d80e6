import { decimal, type Decimal } from '../../../lib/decimal.ts';
import type { Simulation, UnbilledRows } from '../../../model/billing/simulation.ts';
import type { Rejection, UsageAggregate } from '../../../model/billing/usage.ts';
import type { SourceRange } from '../../../model/source.ts';
import { percentFigure, type Figure } from '../figure.ts';

/** Rows of recorded usage that were not taken for one reason. */
export interface RejectedUsage {
  readonly reason: Rejection;
  readonly rows: number;
  /** Of all rows, in percent. */
  readonly share: Figure;
  /** Of the first such row. */
  readonly message: string;
  readonly source: SourceRange;
}

/** Rows that were taken, and that nobody is billed for. */
export interface UnbilledUsage extends Omit<RejectedUsage, 'reason'> {
  readonly reason: UnbilledRows['reason'];
}

/** How much of the recorded usage a simulation stands on. */
export interface UsedUsage {
  readonly rows: number;
  /** Rows that were rated, in percent of all; null without rows. */
  readonly coverage: Figure | null;
  readonly source: SourceRange;
}

/** What was rejected of recorded usage, by reason. */
export function rejectedUsage(usage: UsageAggregate | null): readonly RejectedUsage[] {
  if (usage === null || usage.counts.rows === 0) return [];
  const { rows: all, rejected } = usage.counts;
  return Object.entries(rejected)
    .filter(([, rows]) => rows > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => {
      const reason = key as Rejection;
      const first = usage.rejectedRows.find((row) => row.reason === reason);
      const message = first?.message ?? 'The row is not shown.';
      const source = placeAt(first?.file ?? usage.origin.files[0] ?? '', first?.line ?? 1);
      return { reason, rows, share: percentFigure(shareOf(rows, all)), message, source };
    });
}

/** What was taken of recorded usage and is on no invoice, by reason; empty without a replay. */
export function unbilledUsage(simulation: Simulation | null): readonly UnbilledUsage[] {
  const all = simulation?.usage?.counts.rows ?? 0;
  return (simulation?.unbilled ?? []).map(({ reason, rows, first, place: { file, line } }) => {
    return {
      reason,
      rows,
      share: percentFigure(shareOf(rows, all)),
      message: first,
      source: placeAt(file, line),
    };
  });
}

/** The coverage of a replay; empty without one. */
export function usedUsage(simulation: Simulation | null): readonly UsedUsage[] {
  if (simulation === null || !simulation.replayed || simulation.usage === null) return [];
  const { counts, origin, coverage } = simulation.usage;
  const figure = coverage.rows && percentFigure(coverage.rows);
  return [{ rows: counts.rows, coverage: figure, source: placeAt(origin.files[0] ?? '', 1) }];
}

function shareOf(part: number, whole: number): Decimal {
  return decimal(part).times('100').div(decimal(whole));
}

function placeAt(file: string, line: number): SourceRange {
  const start = { line, column: 1 };
  return { file, start, end: start };
}
