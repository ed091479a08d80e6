import { isJsonObject, listMember, textMember, type JsonObject } from '../../lib/json.ts';
import type { ProfileChange, ProfileDifference } from '../../model/profile.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import type { ResolvedProfile } from '../resolve/resolved-profile.ts';
import { jsonNode } from '../resolve/json-node.ts';
import { judged } from './bump.ts';
import { classify } from './classify.ts';
import { leadingDifferences, type Parameter } from './leading.ts';

import { compareMappings } from './tree-diff.ts';

/** What profiles take over from others. */
const TAKEN_OVER = new Set(['skus', 'discounts', 'commitments', 'tax', 'fx', 'allocation', 'revenueShare']);

/**
 * The changes with what they do to resolved profiles: a reference, a parameter, and an item that takes the place of one that is taken
 * over, have the class, step and roles of what they lead to, which stands beside them. A profile that refers to nothing, or that cannot
 * be resolved on one side, is as it was.
 */
export function withResolved(
  changes: readonly ProfileChange[],
  base: Catalogue,
  head: Catalogue,
): readonly ProfileChange[] {
  const [before, after] = [byId(base), byId(head)];
  return changes.map((change) => {
    if (change.kind !== 'BillingProfile' || change.action !== 'update') return change;
    const [old, now] = [before.get(change.id), after.get(change.id)];
    if (old === undefined || now === undefined || ![old, now].some(refers)) return change;
    const parameters = [...parametersOf(old, base), ...parametersOf(now, head)];
    const differences = leadingDifferences(change, resolvedDifferences(old, now), parameters);
    return { ...change, ...judged(differences, change.actualBump) };
  });
}

function byId({ profiles }: Catalogue): ReadonlyMap<string, ResolvedProfile> {
  return new Map(profiles.map((profile) => [profile.terms.id, profile]));
}

function refers({ json }: ResolvedProfile): boolean {
  return json['sources'] !== undefined || json['tax'] !== undefined;
}

/** What differs in what is taken over or stands in its place. */
function resolvedDifferences(base: ResolvedProfile, head: ResolvedProfile): ProfileDifference[] {
  const [before, after] = [base, head].map(({ json, file }) => jsonNode(takenOver(json), file));
  if (before === undefined || after === undefined) return [];
  return compareMappings(before, after).map((difference) => classify('BillingProfile', difference, before));
}

function takenOver(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([key]) => TAKEN_OVER.has(key)));
}

/** Where the parameters lead that a profile may set in the one that it extends, by name. */
function parametersOf({ json }: ResolvedProfile, catalogue: Catalogue): Parameter[] {
  const [reference] = listMember(json['sources'], 'extends');
  const extended = typeof reference === 'string' ? catalogue.profile(reference) : undefined;
  const parameters = extended?.json['parameters'];
  if (!isJsonObject(parameters)) return [];
  return Object.keys(parameters).flatMap((name) => {
    const path = textMember(parameters[name], 'path');
    return path === undefined ? [] : [[name, path]];
  });
}
