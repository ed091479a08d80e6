import { entriesOf } from '../../config/yaml/access.ts';
import { byCodePoint } from '../../lib/order.ts';
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

/** Two profiles with more differences are not alike. */
const MOST_DIFFERENCES = 2;
/** Of two profiles with two differences at least one of three parts is the same. */
const PARTS = MOST_DIFFERENCES + 1;
/** Of more that have a part in common the first are compared. */
const MOST_CANDIDATES = 1000;

interface Compared {
  readonly document: BillingDocument;
  readonly leaves: ReadonlyMap<string, string>;
  /** Its values in parts, each as one text: whoever is like it has one of them. */
  readonly parts: readonly string[];
}

/**
 * For each touched profile the one at head that it differs from in the fewest values, at most 2. One that extends another
 * has parameters already and is not compared.
 */
export function nearProfiles(
  documents: readonly BillingDocument[],
  touched: readonly BillingDocument[],
): readonly NearProfile[] {
  const profiles = documents.filter(({ kind, root }) => kind === 'BillingProfile' && !has(root, 'extends'));
  const compared = new Map(profiles.map((document) => [document, comparedOf(document)]));
  const byPart = new Map<string, Compared[]>();
  for (const profile of compared.values())
    for (const part of profile.parts) {
      const others = byPart.get(part);
      if (others === undefined) byPart.set(part, [profile]);
      else if (others.length <= MOST_CANDIDATES) others.push(profile);
    }
  return touched.flatMap((document) => {
    const own = compared.get(document);
    const nearest = own && nearestOf(own, new Set(own.parts.flatMap((part) => byPart.get(part) ?? [])));
    return nearest === undefined
      ? []
      : [{ ...subjectOf(document), ...nearest, source: placeIn(document, 'id') }];
  });
}

/** Of two that are equally near the first by path. */
function nearestOf(
  own: Compared,
  candidates: ReadonlySet<Compared>,
): Pick<NearProfile, 'other' | 'differing'> | undefined {
  const others = [...candidates].sort((a, b) => byCodePoint(a.document.file, b.document.file));
  let nearest: { readonly other: string; readonly differing: readonly string[] } | undefined;
  for (const other of others) {
    const most = nearest === undefined ? MOST_DIFFERENCES : nearest.differing.length - 1;
    const differing = other === own ? undefined : differences(own.leaves, other.leaves, most);
    if (differing !== undefined) nearest = { other: other.document.id, differing };
  }
  return nearest;
}

function comparedOf(document: BillingDocument): Compared {
  const leaves = leavesOf(document);
  const parts: string[][] = Array.from({ length: PARTS }, () => []);
  for (const path of [...leaves.keys()].sort())
    parts[partOf(path)]?.push(JSON.stringify([path, leaves.get(path)]));
  return { document, leaves, parts: parts.map((lines, index) => `${index}\n${lines.join('\n')}`) };
}

/** The part that a path belongs to, in any profile. */
function partOf(path: string): number {
  let hash = 0;
  for (let at = 0; at < path.length; at++) hash = (Math.imul(hash, 31) + path.charCodeAt(at)) >>> 0;
  return hash % PARTS;
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
  for (const [path, value] of a) if (b.get(path) !== value && found.push(path) > most) return undefined;
  for (const path of b.keys()) if (!a.has(path) && found.push(path) > most) return undefined;
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
