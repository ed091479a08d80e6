import type { Resource } from '../../model/resource.ts';
import { byCodePoint } from '../../lib/order.ts';
import { movedAddresses } from './moved.ts';
import type { Moved } from './moved.ts';

/** A resource on the sides where it is. */
export interface Pair {
  readonly base?: Resource;
  readonly head?: Resource;
}

/**
 * Pairs the resources of two sides by project and address after `moved`. A resource that got or lost `count` keeps its
 * pair: `x` and `x[0]` (Terraform, "Refactor modules": implied by the change of count). Sorted by project and address.
 */
export function pairResources(
  base: readonly Resource[],
  head: readonly Resource[],
  moved: readonly Moved[],
): readonly Pair[] {
  const heads = new Map(head.map((resource) => [keyOf(resource.project, resource.address), resource]));
  const bases = new Set(base.map((resource) => keyOf(resource.project, resource.address)));
  const moves = movesByProject(moved);
  const taken = new Set<string>();
  const pairs: Pair[] = [];
  for (const resource of base) {
    const { project } = resource;
    const target = moves.get(project)?.(resource.address) ?? resource.address;
    const candidates = [target, otherCount(target)].map((address) => keyOf(project, address));
    const key = candidates.find(
      (candidate, index) =>
        heads.has(candidate) && !taken.has(candidate) && (index === 0 || !bases.has(candidate)),
    );
    const partner = key === undefined ? undefined : heads.get(key);
    if (key === undefined || partner === undefined) pairs.push({ base: resource });
    else {
      taken.add(key);
      pairs.push({ base: resource, head: partner });
    }
  }
  for (const resource of head) {
    if (!taken.has(keyOf(resource.project, resource.address))) pairs.push({ head: resource });
  }
  return pairs.sort(byPlace);
}

function movesByProject(moved: readonly Moved[]): ReadonlyMap<string, (address: string) => string> {
  const grouped = new Map<string, Moved[]>();
  for (const statement of moved) {
    const known = grouped.get(statement.project);
    if (known === undefined) grouped.set(statement.project, [statement]);
    else known.push(statement);
  }
  return new Map([...grouped].map(([project, statements]) => [project, movedAddresses(statements)]));
}

function otherCount(address: string): string {
  return address.endsWith('[0]') ? address.slice(0, -3) : `${address}[0]`;
}

function byPlace(a: Pair, b: Pair): number {
  const [x, y] = [a.head ?? a.base, b.head ?? b.base];
  if (x === undefined || y === undefined) return 0;
  return byCodePoint(x.project, y.project) || byCodePoint(x.address, y.address);
}

function keyOf(project: string, address: string): string {
  return `${project}\0${address}`;
}
