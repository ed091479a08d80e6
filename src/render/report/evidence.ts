import { byCodePoint } from '../../lib/order.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { CostedChange } from '../../model/result.ts';

/** What the evidence classes stand for. */
export const LEGEND =
  'Evidence: A exact quantity and price · B usage from the usage file · C default usage (assumed) · D unknown, in no figure.';

/** The classes of a change, such as `A C`; both sides where they differ: `D → A`. */
export function evidenceOfChange({ base, head }: CostedChange): string {
  const [before, after] = [evidenceOf(base), evidenceOf(head)];
  if (base === null || head === null) return head === null ? before : after;
  return before === after ? after : `${before} → ${after}`;
}

/** The classes of a side's lines; `D` for a type that no list knows; a dash for a free one. */
function evidenceOf(cost: ResourceCost | null): string {
  if (cost === null || cost.status === 'free') return '–';
  const classes = [...new Set(cost.lines.map((line) => line.evidence))].sort(byCodePoint);
  return classes.length === 0 ? 'D' : classes.join(' ');
}
