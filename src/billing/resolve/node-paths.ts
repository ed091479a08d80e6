import type { DocumentNode } from '../../model/node.ts';
import { itemKey } from '../item-key.ts';

interface Child {
  readonly path: string;
  readonly node: DocumentNode;
  /** Key of the list that the child is, or nothing for an item. */
  readonly name: string;
}

/** All nodes of a document by their paths, as profile differences write them: `skus[api-calls].price.tiers[upTo=1000].unit`. */
export function nodesByPath(root: DocumentNode): ReadonlyMap<string, DocumentNode> {
  const found = new Map<string, DocumentNode>();
  const open: Child[] = [{ path: '', node: root, name: '' }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    found.set(at.path, at.node);
    open.push(...childrenOf(at));
  }
  return found;
}

/** The node at such a path; undefined when there is none. */
export function nodeByPath(root: DocumentNode, path: string): DocumentNode | undefined {
  let at: Child | undefined = { path: '', node: root, name: '' };
  while (at !== undefined && at.path !== path) at = childrenOf(at).find((child) => leadsTo(child.path, path));
  return at?.node;
}

/** The document with another node at such a path, which must be there. */
export function withNodeAt(root: DocumentNode, path: string, node: DocumentNode): DocumentNode {
  return replaced({ path: '', node: root, name: '' }, path, node);
}

function replaced(at: Child, path: string, by: DocumentNode): DocumentNode {
  if (at.path === path) return by;
  const { node } = at;
  const children = childrenOf(at);
  const index = children.findIndex((child) => leadsTo(child.path, path));
  const child = children[index];
  if (child === undefined || node.kind === 'scalar') return node;
  const value = replaced(child, path, by);
  if (node.kind === 'sequence') return { ...node, items: node.items.with(index, value) };
  return {
    ...node,
    entries: node.entries.map((entry, other) => (other === index ? { ...entry, value } : entry)),
  };
}

/** Whether a path is another one or goes on from it. */
function leadsTo(start: string, path: string): boolean {
  return path.startsWith(start) && ['.', '[', undefined].includes(path[start.length]);
}

function childrenOf({ path, node, name }: Child): Child[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'mapping') {
    return node.entries.map(({ key, value }) => ({
      path: path === '' ? key : `${path}.${key}`,
      node: value,
      name: key,
    }));
  }
  const times = new Map<string, number>();
  return node.items.map((item) => {
    const key = itemKey(name, item);
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    return { path: `${path}[${count === 1 ? key : `${key} #${count}`}]`, node: item, name: '' };
  });
}
