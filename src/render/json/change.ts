import type { Difference } from '../../model/change.ts';
import type { CostedChange } from '../../model/result.ts';
import { differenceText } from '../difference-text.ts';
import { isSensitive } from '../value.ts';
import { resourceCostJson, totalsJson } from './cost.ts';
import { sourceJson } from './source.ts';

/** A changed resource: what differs, as display values, and what it costs. Sensitive values are not in it. */
export function changeJson(entry: CostedChange): object {
  const { change, base, head, delta } = entry;
  return {
    action: change.action,
    address: change.address,
    previousAddress: change.previousAddress ?? null,
    type: change.type,
    project: change.project,
    source: sourceJson(head?.source ?? change.head?.source ?? base?.source ?? change.base?.source),
    replaceBecause: [...change.replaceBecause],
    differences: change.differences.map(differenceJson),
    base: base === null ? null : resourceCostJson(base),
    head: head === null ? null : resourceCostJson(head),
    delta: delta === null ? null : totalsJson(delta),
  };
}

function differenceJson(difference: Difference): object {
  const text = differenceText(difference);
  return {
    path: difference.path,
    certainty: difference.certainty,
    sensitive: isSensitive(difference.base) || isSensitive(difference.head),
    base: difference.base === undefined ? null : text.base,
    head: difference.head === undefined ? null : text.head,
  };
}
