import { entriesOf, itemsOf } from '../../config/yaml/access.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceSpan } from '../../model/source.ts';
import { compactText } from '../compact.ts';
import { itemKey } from '../item-key.ts';

/** A step of a path: a key of a mapping, or an item of a list by what tells it apart. */
export interface Step {
  readonly name: string;
  readonly item: boolean;
}

/** A place where two documents differ. One side is missing when something was added or removed. */
export interface NodeDifference {
  readonly path: readonly Step[];
  readonly base: DocumentNode | undefined;
  readonly head: DocumentNode | undefined;
  /** Place of the value at head; at base when it was removed. */
  readonly span: SourceSpan;
}

/**
 * What differs in content between two mappings: order of keys, comments, quoting and the order of list
 * items are no difference. A list item that was added or removed is one difference, not one a field.
 * Sorted by key.
 */
export function compareMappings(
  base: DocumentNode | undefined,
  head: DocumentNode | undefined,
): NodeDifference[] {
  return mappings(base, head, []);
}

function mappings(
  base: DocumentNode | undefined,
  head: DocumentNode | undefined,
  path: readonly Step[],
): NodeDifference[] {
  const [before, after] = [valuesByKey(base), valuesByKey(head)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].sort(byCodePoint).flatMap((name) => {
    // What a team keeps under a key of its own is one thing to us.
    const descend = !name.startsWith('x-');
    return values(before.get(name), after.get(name), [...path, { name, item: false }], descend);
  });
}

function values(
  base: DocumentNode | undefined,
  head: DocumentNode | undefined,
  path: readonly Step[],
  descend: boolean,
): NodeDifference[] {
  // A file that both sides have is read once.
  if (base === head) return [];
  const kinds = new Set([base?.kind, head?.kind]);
  kinds.delete(undefined);
  const missing = base === undefined || head === undefined;
  const [kind] = kinds;
  if (kinds.size === 1 && descend) {
    if (kind === 'mapping') return mappings(base, head, path);
    if (kind === 'sequence') return sequences(base, head, path);
  }
  const node = head ?? base;
  if (node === undefined || (!missing && compactText(base) === compactText(head))) return [];
  return [{ path, base, head, span: node.span }];
}

function sequences(
  base: DocumentNode | undefined,
  head: DocumentNode | undefined,
  path: readonly Step[],
): NodeDifference[] {
  const list = path.at(-1)?.name ?? '';
  const [before, after] = [keyed(list, base), keyed(list, head)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].sort(byCodePoint).flatMap((name) => {
    const [old, current] = [before.get(name), after.get(name)];
    const both = old !== undefined && current !== undefined;
    return values(old, current, [...path, { name, item: true }], both);
  });
}

function valuesByKey(node: DocumentNode | undefined): Map<string, DocumentNode> {
  return new Map(entriesOf(node).map(({ key, value }) => [key, value]));
}

/** The items by their key; a key that is there again gets a number, so that no item is lost. */
function keyed(list: string, node: DocumentNode | undefined): Map<string, DocumentNode> {
  const items = new Map<string, DocumentNode>();
  const times = new Map<string, number>();
  for (const item of itemsOf(node)) {
    const key = itemKey(list, item);
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    items.set(count === 1 ? key : `${key} #${count}`, item);
  }
  return items;
}
