import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Paragraph, paragraph } from './document.ts';

/** Something that is said of a resource of a project. */
export interface OfResource {
  readonly project: string;
  readonly address: string;
}

/** What is said with the same words of one address in several projects, the first one first. */
export interface SameInProjects<T extends OfResource> {
  readonly first: T;
  readonly all: readonly T[];
}

/**
 * What reads the same in several projects as one: a module that every environment calls would fill a table with one row.
 * `textOf` is all that is shown of an item beside its address. What a project itself has twice stays twice.
 */
export function sameInProjects<T extends OfResource>(
  items: readonly T[],
  textOf: (item: T) => unknown,
): SameInProjects<T>[] {
  const [one] = items;
  if (items.every(({ project }) => project === one?.project)) {
    return items.map((item) => ({ first: item, all: [item] }));
  }
  const groups = new Map<string, { first: T; all: T[] }>();
  const repeated = new Map<string, number>();
  for (const item of items) {
    const text = JSON.stringify([item.address, textOf(item)]);
    const own = JSON.stringify([item.project, text]);
    const times = (repeated.get(own) ?? 0) + 1;
    repeated.set(own, times);
    const key = `${times} ${text}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: item, all: [item] });
    else group.all.push(item);
  }
  return [...groups.values()];
}

/**
 * How a resource is called: by its address, and by its project where the changes are of several; `aws_x.y in 15 projects`
 * for what is the same in all of them.
 */
export function resourceNames(result: CheckResult): (group: SameInProjects<OfResource>) => Cell {
  const isOne = new Set(result.changes.map(({ change }) => change.project)).size < 2;
  return ({ first: { project, address }, all }) => {
    if (all.length > 1) return [code(address), ` in ${plural(all.length, 'project')}`];
    return isOne ? code(address) : [code(address), ' in ', code(project)];
  };
}

/** What the figures of rows for several projects mean, where they are no sums. */
export function eachNote(groups: readonly SameInProjects<OfResource>[]): readonly Paragraph[] {
  const hasSeveral = groups.some(({ all }) => all.length > 1);
  return hasSeveral ? [paragraph('A row for several projects says what each of them has.')] : [];
}
