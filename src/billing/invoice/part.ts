import type { TermsInForce } from '../../model/billing/binding.ts';
import type { Window } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { Period } from '../time/periods.ts';
import { instantText } from './instant-text.ts';
import { planOf, type TermsPlan } from './terms-plan.ts';

/** The part of a billing period in which one version holds, with the usage of it. */
export interface Part extends Period {
  readonly inForce: TermsInForce;
  readonly plan: TermsPlan;
  readonly cells: readonly UsageCell[];
  /** Of the first usage that says so. */
  readonly jurisdiction: string | null;
  /** Whether another version of the profile held right before it in the period. */
  readonly isLater: boolean;
  readonly fromText: string;
  readonly toText: string;
}

/** The parts of a period, in order. Of the segments those that have none of it are left out. */
export function partsOf(
  segments: readonly TermsInForce[],
  period: Period,
  cells: readonly UsageCell[],
): readonly Part[] {
  return segments.flatMap((inForce, index) => {
    const { from: begin, to: end } = spanOf(inForce);
    const from = Math.max(begin, period.from);
    const to = Math.min(end, period.to);
    if (from >= to) return [];
    const isWhole = from === period.from && to === period.to;
    const own = isWhole ? cells : cells.filter((cell) => cell.from >= from && cell.from < to);
    const texts = { fromText: instantText(from), toText: instantText(to) };
    const jurisdiction = jurisdictionOf(own);
    const plan = planOf(inForce.terms);
    const isLater = from > period.from && isNext(segments[index - 1], inForce);
    return [{ inForce, plan, from, to, cells: own, jurisdiction, isLater, ...texts }];
  });
}

function isNext(before: TermsInForce | undefined, { terms, from }: TermsInForce): boolean {
  return before?.to === from && before.terms.id === terms.id;
}

/** Of the first cell that says so. */
export function jurisdictionOf(cells: readonly UsageCell[]): string | null {
  for (const { jurisdiction } of cells) if (jurisdiction !== null) return jurisdiction;
  return null;
}

const spans = new WeakMap<Window, Period>();

/** A window in epoch milliseconds; infinite on the side where it has no end. */
export function spanOf(window: Window): Period {
  let span = spans.get(window);
  if (span === undefined) {
    const { from, to } = window;
    span = {
      from: from === null ? -Infinity : Date.parse(from),
      to: to === null ? Infinity : Date.parse(to),
    };
    spans.set(window, span);
  }
  return span;
}
