import type { Usage, UsageAddress } from '../../estimate/usage/usage.ts';
import type { Change } from '../../model/change.ts';

/**
 * What a usage file of the base says of resources of the head: by the address that they had there. One that is new and that the
 * file does not name takes what is said of one of its type and project that goes away, so that another name does not make
 * usage less. Pairs in the order of addresses; where more come than go, the last that goes stands for the others too.
 */
export function usageAtHead(usage: Usage, named: readonly UsageAddress[], changes: readonly Change[]): Usage {
  const known = new Set(named.map(({ address }) => address));
  const deleted = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.action !== 'delete') continue;
    const gone = deleted.get(kindOf(change));
    if (gone === undefined) deleted.set(kindOf(change), [change]);
    else gone.push(change);
  }
  const taken = new Map<string, number>();
  const before = new Map<string, string>();
  for (const change of changes) {
    const { action, address, previousAddress } = change;
    if (previousAddress !== undefined) before.set(address, previousAddress);
    if (action !== 'create' || known.has(address)) continue;
    const kind = kindOf(change);
    const gone = deleted.get(kind) ?? [];
    const at = taken.get(kind) ?? 0;
    const one = gone[at] ?? gone.at(-1);
    taken.set(kind, at + 1);
    if (one !== undefined) before.set(address, one.address);
  }
  return { of: (address, type) => usage.of(before.get(address) ?? address, type) };
}

function kindOf({ project, type }: Change): string {
  return `${project}\0${type}`;
}
