import type { Plan } from '../../../iac/plan/plan.ts';
import type { WrittenIndex } from '../../../iac/plan/written-index.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';

/** Addresses that are named in one message; the others are counted. */
const MOST_NAMES = 5;

/**
 * A warning when the configuration has resources that the plan does not know: it was made of another commit, or with other
 * values of variables. Nothing is said of resources in unknown number, of which there may be none.
 */
export function staleWarning(plan: Plan, written: WrittenIndex, project: string): readonly Diagnostic[] {
  const planned = new Set(plan.changes.map(({ address }) => address));
  const missing = written.resources.filter(
    ({ address, repetition }) => repetition === 'exact' && !planned.has(address),
  );
  if (missing.length === 0 || plan.isPartial) return [];
  const names = missing.map(({ address }) => address).sort(byCodePoint);
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const [first] = missing;
  return [
    {
      severity: 'warning',
      code: 'plan-stale',
      message: `${plan.file} does not have all that project ${project} declares, and its figures hold: ${shown} ${names.length === 1 ? 'is' : 'are'} not in it.`,
      ...(first === undefined ? {} : { source: first.source }),
      hint: 'Make the plan of the commit that is checked, with the values that it is applied with, and without -target.',
    },
  ];
}
