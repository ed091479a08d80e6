import { byCodePoint } from '../../lib/order.ts';
import type { ResourceCost } from '../../model/cost.ts';

/** What the evidence classes stand for. */
export const LEGEND =
  'Evidence: A exact quantity and price · B usage from the usage file · C default usage (assumed) · D unknown, in no figure.';

/** The classes of a resource's lines, such as `A C`; `D` for a type that no list knows; a dash for a free one. */
export function evidenceOf(cost: ResourceCost | null): string {
  if (cost === null || cost.status === 'free') return '–';
  const classes = [...new Set(cost.lines.map((line) => line.evidence))].sort(byCodePoint);
  return classes.length === 0 ? 'D' : classes.join(' ');
}
