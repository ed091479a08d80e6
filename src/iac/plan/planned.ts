import { isJsonObject } from '../../lib/json.ts';
import type { Json } from '../../lib/json.ts';
import type { Planned } from '../../model/resource.ts';
import { childPath } from '../diff/compare.ts';
import type { PlannedChange } from './plan.ts';

/** What the plan does with an object that is there before and after; undefined where it does not say. */
export function plannedOf({ action, replacePaths, afterUnknown }: PlannedChange): Planned | undefined {
  if (action !== 'no-op' && action !== 'update' && action !== 'replace') return undefined;
  const computed = new Set<string>();
  if (action !== 'no-op') collectUnknown('', afterUnknown, computed);
  return { action, replaceBecause: replacePaths.map(pathText), computed };
}

/** The paths under which a value is not known before it is applied, as differences name them. */
function collectUnknown(path: string, mark: Json, into: Set<string>): void {
  if (mark === true) into.add(path);
  else if (Array.isArray(mark))
    mark.forEach((item: Json, index) => {
      collectUnknown(`${path}[${index}]`, item, into);
    });
  else if (isJsonObject(mark)) {
    for (const [key, item] of Object.entries(mark)) collectUnknown(childPath(path, key), item, into);
  }
}

function pathText(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : childPath(path, step)),
    '',
  );
}
