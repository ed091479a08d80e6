import { entriesOf } from '../../config/yaml/access.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { itemKey, plainNumber } from '../item-key.ts';
import { placeIn, subjectOf, type Subject } from './subject.ts';

/** A profile and the other one that is most like it. */
export interface NearProfile extends Subject {
  readonly other: string;
  /** The values that differ, by path, in the order of paths. */
  readonly differing: readonly string[];
  readonly source: SourceRange;
}

/** What tells any two profiles apart and prices nothing. */
const OWN = new Set([
  ...['id', 'version', 'name', 'description', 'labels', 'lifecycle', 'effective', 'supersedes', 'migration'],
  ...['owner', 'tests', 'rollout', 'limits', 'externalIds'],
]);

/** More differences are not counted: two such profiles are not alike. */
const MOST_DIFFERENCES = 5;
/** More profiles are not compared with each touched one. */
const MOST_PROFILES = 500;

/**
 * For each touched profile the one at head that it differs from in the fewest values, at most 5. One that extends another
 * has parameters already and is not compared.
 */
export function nearProfiles(
  documents: readonly BillingDocument[],
  touched: readonly BillingDocument[],
): readonly NearProfile[] {
  const profiles = documents.filter(({ kind, root }) => kind === 'BillingProfile' && !has(root, 'extends'));
  const compared = profiles
    .slice(0, MOST_PROFILES)
    .map((document) => ({ document, leaves: leavesOf(document) }));
  return touched.flatMap((document) => {
    const own = compared.find((other) => other.document === document);
    if (own === undefined) return [];
    let nearest: { readonly id: string; readonly differing: readonly string[] } | undefined;
    for (const other of compared) {
      const most = nearest === undefined ? MOST_DIFFERENCES : nearest.differing.length - 1;
      const differing = other === own ? undefined : differences(own.leaves, other.leaves, most);
      if (differing !== undefined) nearest = { id: other.document.id, differing };
    }
    if (nearest === undefined) return [];
    const { id, differing } = nearest;
    return [{ ...subjectOf(document), other: id, differing, source: placeIn(document, 'id') }];
  });
}

function has(root: DocumentNode, key: string): boolean {
  return entriesOf(root).some((entry) => entry.key === key);
}

/** The paths that differ; undefined when they are more than `most`. */
function differences(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
  most: number,
): readonly string[] | undefined {
  if (Math.abs(a.size - b.size) > most) return undefined;
  const found: string[] = [];
  for (const path of new Set([...a.keys(), ...b.keys()])) {
    if (a.get(path) === b.get(path)) continue;
    found.push(path);
    if (found.length > most) return undefined;
  }
  return found.sort();
}

function leavesOf({ root }: BillingDocument): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const visit = (node: DocumentNode, path: string, list: string): void => {
    if (node.kind === 'scalar') leaves.set(path, plainNumber(node.text));
    else if (node.kind === 'sequence') {
      for (const item of node.items) visit(item, `${path}[${itemKey(list, item)}]`, '');
    } else {
      for (const { key, value } of node.entries) visit(value, `${path}.${key}`, key);
    }
  };
  for (const { key, value } of entriesOf(root))
    if (!OWN.has(key) && !key.startsWith('x-')) visit(value, key, key);
  return leaves;
}
