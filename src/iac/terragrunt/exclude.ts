import type { ObjectValue } from '../../model/value.ts';
import { isTrue } from './flag.ts';

/** Actions of an `exclude` block with which a unit is not applied: what is left out of plans alone is applied all the same. */
const ACTIONS = new Set(['all', 'all_except_output', 'apply']);

/** Whether a unit is never applied: `skip = true`, or an `exclude` block that holds for apply. */
export function isExcluded({ entries }: ObjectValue): boolean {
  if (isTrue(entries.get('skip'))) return true;
  const exclude = entries.get('exclude');
  if (exclude === undefined || !('entries' in exclude) || !isTrue(exclude.entries.get('if'))) return false;
  const actions = exclude.entries.get('actions');
  if (actions === undefined || !('items' in actions)) return false;
  return actions.items.some((action) => action.kind === 'string' && ACTIONS.has(action.value));
}
