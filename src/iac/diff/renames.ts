import type { Change } from '../../model/change.ts';
import { fingerprint } from './fingerprint.ts';

/** A deleted and a created resource that look like one that got another name. */
export interface RenameSuggestion {
  readonly project: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Deletes and creates of one project that have the same type and the same arguments, one of each: a missing `moved` block
 * would destroy and create them again. Only a suggestion: the changes stay as they are.
 */
export function suggestRenames(changes: readonly Change[]): readonly RenameSuggestion[] {
  const groups = new Map<string, { readonly deleted: Change[]; readonly created: Change[] }>();
  for (const change of changes) {
    if (change.action !== 'delete' && change.action !== 'create') continue;
    const resource = change.head ?? change.base;
    if (resource === undefined || resource.attributes.entries.size === 0) continue;
    const key = `${change.project}\0${change.type}\0${fingerprint(resource.attributes)}`;
    const group = groups.get(key) ?? { deleted: [], created: [] };
    groups.set(key, group);
    (change.action === 'delete' ? group.deleted : group.created).push(change);
  }
  return [...groups.values()].flatMap(({ deleted: [from, ...others], created: [to, ...more] }) =>
    from === undefined || to === undefined || others.length + more.length > 0
      ? []
      : [{ project: from.project, from: from.address, to: to.address }],
  );
}
