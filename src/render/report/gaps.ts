import type { CostLine } from '../../model/cost.ts';
import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Inline, inlines, joined } from './document.ts';
import { type OfResource, resourceNames, sameInProjects } from './same-resources.ts';

/** Resources that are named where several lack a price for one reason; the others are counted. */
const NAMED = 3;

/** Components that are named; the others are counted. */
const NAMED_COMPONENTS = 3;

/** Cost lines of a resource that are unknown for the same reason. */
export interface Gap {
  readonly components: readonly string[];
  /** Behind the components: ` (before the change)`. */
  readonly note: string;
  readonly reason: string;
  readonly usageKey: string | undefined;
}

/** The unknown lines of a resource by reason: one mistake can leave many open. */
export function gaps(lines: readonly CostLine[], note: string): readonly Gap[] {
  const byReason = new Map<string, { line: CostLine; components: Set<string> }>();
  for (const line of lines) {
    const key = JSON.stringify([line.reason, line.usageKey]);
    const group = byReason.get(key) ?? { line, components: new Set() };
    group.components.add(line.component);
    byReason.set(key, group);
  }
  return [...byReason.values()].map(({ line: { reason, usageKey }, components }) => ({
    ...{ components: [...components], note, usageKey },
    reason: reason ?? 'no reason given',
  }));
}

/** One item a reason: one missing region can leave all resources without a price. In the order of the first of each. */
export function gapItems(result: CheckResult, found: readonly (Gap & OfResource)[]): Cell[] {
  const byReason = new Map<string, (Gap & OfResource)[]>();
  for (const gap of found) {
    const key = JSON.stringify([gap.reason, gap.usageKey, gap.note]);
    const group = byReason.get(key);
    if (group === undefined) byReason.set(key, [gap]);
    else group.push(gap);
  }
  return [...byReason.values()].flatMap((group) => gapItem(result, group));
}

function gapItem(result: CheckResult, group: readonly (Gap & OfResource)[]): Cell[] {
  const [first] = group;
  if (first === undefined) return [];
  const same = sameInProjects(group, ({ components }) => components);
  const names = same.slice(0, NAMED).map(resourceNames(result));
  const counted = same.slice(0, NAMED).reduce((sum, { all }) => sum + all.length, 0);
  const more = group.length - counted;
  const who =
    same.length === 1
      ? names.flatMap(inlines)
      : [
          `${plural(group.length, 'resource')}: `,
          ...joined(names, ', '),
          ...(more > 0 ? [` and ${plural(more, 'more', 'more')}`] : []),
        ];
  return [[...who, ` ${componentsText(group)}${first.note}: ${first.reason}`, ...usageKeyText(first)]];
}

function componentsText(group: readonly Gap[]): string {
  const all = [...new Set(group.flatMap(({ components }) => components))];
  const [first = ''] = all;
  if (all.length <= NAMED_COMPONENTS) return all.join('; ');
  return `${first} and ${all.length - 1} more lines`;
}

function usageKeyText({ usageKey }: Gap): Inline[] {
  return usageKey === undefined ? [] : [' (usage key ', code(usageKey), ')'];
}
