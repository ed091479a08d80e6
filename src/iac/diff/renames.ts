import type { Change } from '../../model/change.ts';
import { formatAddress, parseAddress } from './address.ts';
import { fingerprint } from './fingerprint.ts';

/** A deleted and a created resource or module instance that look like one that got another name or key. */
export interface RenameSuggestion {
  readonly project: string;
  readonly from: string;
  readonly to: string;
  /** `arguments`: both have the same; `key`: they are instances of one block, and the only ones that change so. */
  readonly because: 'arguments' | 'key';
}

/**
 * Deletes and creates of one project that are most likely one thing, one of each: of the same type with the same arguments, or
 * of the same block under another key. A missing `moved` block would destroy and create them again. Only a suggestion: the
 * changes stay as they are.
 */
export function suggestRenames(changes: readonly Change[]): readonly RenameSuggestion[] {
  const found = new Map<string, RenameSuggestion>();
  const taken = new Set<Change>();
  for (const because of ['arguments', 'key'] as const) {
    for (const [from, to] of onlyPairs(changes, because === 'key' ? blockOf : contentOf)) {
      if (taken.has(from) || taken.has(to)) continue;
      taken.add(from).add(to);
      const suggestion = { project: from.project, ...outermost(from.address, to.address), because };
      const key = JSON.stringify([suggestion.project, suggestion.from, suggestion.to]);
      if (!found.has(key)) found.set(key, suggestion);
    }
  }
  return [...found.values()];
}

/** Deletes and creates of one kind of which there is one each. */
function onlyPairs(
  changes: readonly Change[],
  kindOf: (change: Change) => string | undefined,
): readonly (readonly [Change, Change])[] {
  const groups = new Map<string, { readonly deleted: Change[]; readonly created: Change[] }>();
  for (const change of changes) {
    if (change.action !== 'delete' && change.action !== 'create') continue;
    const kind = kindOf(change);
    if (kind === undefined) continue;
    const key = `${change.project}\0${change.type}\0${kind}`;
    const group = groups.get(key) ?? { deleted: [], created: [] };
    groups.set(key, group);
    (change.action === 'delete' ? group.deleted : group.created).push(change);
  }
  return [...groups.values()].flatMap(({ deleted: [from, ...others], created: [to, ...more] }) =>
    from === undefined || to === undefined || others.length + more.length > 0 ? [] : [[from, to] as const],
  );
}

function contentOf({ head, base }: Change): string | undefined {
  const attributes = (head ?? base)?.attributes;
  return attributes === undefined || attributes.entries.size === 0 ? undefined : fingerprint(attributes);
}

/** The address without keys, of instances that have certain ones. */
function blockOf({ address }: Change): string | undefined {
  const parts = address.includes('[*]') ? undefined : parseAddress(address);
  return parts && formatAddress(parts.map(({ name }) => ({ name, key: '' })));
}

/** What moves as a whole: the module instance, when all below it has the same address on both sides. */
function outermost(from: string, to: string): { readonly from: string; readonly to: string } {
  const [before, after] = [parseAddress(from) ?? [], parseAddress(to) ?? []];
  let last = before.length - 1;
  const isSame = before.length === after.length;
  while (isSame && last > 0 && formatAddress(before.slice(last)) === formatAddress(after.slice(last))) last--;
  const cut = { from: before.slice(0, last + 1), to: after.slice(0, last + 1) };
  const isKey = isSame && formatAddress(cut.from.slice(0, -1)) === formatAddress(cut.to.slice(0, -1));
  const sameName = cut.from.at(-1)?.name === cut.to.at(-1)?.name;
  return isKey && sameName ? { from: formatAddress(cut.from), to: formatAddress(cut.to) } : { from, to };
}
