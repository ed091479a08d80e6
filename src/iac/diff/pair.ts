import type { Resource } from '../../model/resource.ts';
import { byCodePoint } from '../../lib/order.ts';
import { movesByProject } from './moved.ts';
import type { Moved } from './moved.ts';

/** A resource on the sides where it is. */
export interface Pair {
  readonly base?: Resource;
  readonly head?: Resource;
}

/**
 * Pairs the resources of two sides by project and address after `moved`. A resource that got or lost `count` keeps its
 * pair: `x` and `x[0]` (Terraform, "Refactor modules": implied by the change of count), unless a statement moves it. Sorted
 * by project and address.
 */
export function pairResources(
  base: readonly Resource[],
  head: readonly Resource[],
  moved: readonly Moved[],
): readonly Pair[] {
  const moves = movesByProject(moved);
  const heads = byProject(head);
  const bases = byProject(base);
  const pairs: Pair[] = [];
  for (const resource of base) {
    const { project } = resource;
    const left = heads.get(project);
    const target = targetOf(resource.address, moves.get(project), bases.get(project));
    const partner =
      target === resource.address
        ? (left?.get(target) ?? unlessAtBase(left, bases.get(project), otherCount(target)))
        : left?.get(target);
    if (partner === undefined) pairs.push({ base: resource });
    else {
      left?.delete(partner.address);
      pairs.push({ base: resource, head: partner });
    }
  }
  for (const left of heads.values()) for (const resource of left.values()) pairs.push({ head: resource });
  return pairs.sort(byPlace);
}

type Addresses = Map<string, Resource>;

function byProject(resources: readonly Resource[]): ReadonlyMap<string, Addresses> {
  const grouped = new Map<string, Addresses>();
  for (const resource of resources) {
    let addresses = grouped.get(resource.project);
    if (addresses === undefined) {
      addresses = new Map<string, Resource>();
      grouped.set(resource.project, addresses);
    }
    addresses.set(resource.address, resource);
  }
  return grouped;
}

/** Where a resource is at the head: it stays where it is when another one, that stays too, has the address it would get. */
function targetOf(
  address: string,
  moves: ((address: string) => string) | undefined,
  bases: Addresses | undefined,
): string {
  const target = moves?.(address) ?? address;
  const isTaken = target !== address && bases?.has(target) === true && moves?.(target) === target;
  return isTaken ? address : target;
}

function unlessAtBase(
  heads: Addresses | undefined,
  bases: Addresses | undefined,
  address: string,
): Resource | undefined {
  return bases?.has(address) === true ? undefined : heads?.get(address);
}

function otherCount(address: string): string {
  return address.endsWith('[0]') ? address.slice(0, -3) : `${address}[0]`;
}

function byPlace(a: Pair, b: Pair): number {
  const [x, y] = [a.head ?? a.base, b.head ?? b.base];
  if (x === undefined || y === undefined) return 0;
  return byCodePoint(x.project, y.project) || byCodePoint(x.address, y.address);
}
