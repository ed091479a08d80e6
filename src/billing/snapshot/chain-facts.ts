import { compareInstants } from '../../lib/calendar.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { Catalogue, ResolvedProfile } from '../resolve/catalogue.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import type { SnapshotFact, SnapshotProblem } from './fact.ts';

/**
 * Whether the versions of each profile follow each other: their begins rise with their numbers, one ends where the next
 * begins if it says when it ends, and `supersedes` names the version before. Only where a version is new or has a file: the
 * rest is history.
 */
export function chainFacts(base: Catalogue, head: Catalogue): SnapshotFact[] {
  const ids = new Set([...head.profiles, ...base.profiles].map(({ terms }) => terms.id));
  return [...ids].sort().flatMap((id) => {
    const known = new Set(base.versions(id).map(({ terms }) => terms.version));
    const published = head.versions(id).filter(({ terms }) => terms.lifecycle !== 'draft');
    return published.flatMap((profile, index) => {
      const before = published[index - 1];
      const isOpen = [profile, before].some(
        (one) => one && (one.document !== null || !known.has(one.terms.version)),
      );
      return isOpen ? [...windows(before, profile), ...supersedes(before, profile, head)] : [];
    });
  });
}

/** Ids that were retired at base and are used for another version at head. */
export function reusedIds(base: Catalogue, head: Catalogue): SnapshotFact[] {
  return base.profiles.flatMap(({ terms: old }) => {
    const current = head.profiles.find(({ terms }) => terms.id === old.id);
    if (old.lifecycle !== 'retired' || current === undefined || current.terms.version === old.version)
      return [];
    const message = `The profile "${old.id}" is retired: its id is not used again.`;
    return [fact('id-reused', current, 'version', message, 'Give the new profile an id of its own.')];
  });
}

function windows(before: ResolvedProfile | undefined, profile: ResolvedProfile): SnapshotFact[] {
  const [old, from] = [before?.terms, profile.terms.effective.from];
  // A version that has not begun is withdrawn by one that names it.
  if (old === undefined || old.effective.from === null || from === null) return [];
  if (compareInstants(from, old.effective.from) <= 0 && profile.terms.supersedes === referenceTo(old))
    return [];
  if (compareInstants(from, old.effective.from) <= 0) {
    const message = `${referenceTo(profile.terms)} begins at ${from}, not after ${referenceTo(old)}, which begins at ${old.effective.from}.`;
    const hint = `Let it begin later. If ${referenceTo(old)} must never hold, withdraw it: "supersedes: ${referenceTo(old)}".`;
    return [fact('version-order', profile, 'effective.from', message, hint)];
  }
  return atEnd(old, profile, from);
}

function atEnd(old: Terms, profile: ResolvedProfile, from: string): SnapshotFact[] {
  const { to } = old.effective;
  const order = to === null ? 0 : compareInstants(to, from);
  if (to === null || order === 0) return [];
  const message = `${referenceTo(old)} ends at ${to}, ${referenceTo(profile.terms)} begins at ${from}: `;
  const hint = `Let it begin at ${to}.`;
  return order < 0
    ? [fact('window-gap', profile, 'effective.from', `${message}nothing holds between them.`, hint)]
    : [fact('window-overlap', profile, 'effective.from', `${message}both hold between them.`, hint)];
}

function supersedes(
  before: ResolvedProfile | undefined,
  profile: ResolvedProfile,
  head: Catalogue,
): SnapshotFact[] {
  const named = profile.terms.supersedes;
  if (named === null) return [];
  const other = head.profile(named);
  const ofSameId = named.startsWith(`${profile.terms.id}@`);
  const wanted = before && referenceTo(before.terms);
  if (other !== undefined && (!ofSameId || named === wanted)) return [];
  const message =
    other === undefined
      ? `${referenceTo(profile.terms)} supersedes ${named}, which is not there.`
      : `${referenceTo(profile.terms)} supersedes ${named}, which is not the version before it.`;
  const hint =
    wanted === undefined
      ? 'Take "supersedes" out: it is the first version.'
      : `Write "supersedes: ${wanted}".`;
  return [fact('supersedes-broken', profile, 'supersedes', message, hint)];
}

function fact(
  problem: SnapshotProblem,
  profile: ResolvedProfile,
  path: string,
  message: string,
  hint: string,
): SnapshotFact {
  return { problem, version: referenceTo(profile.terms), message, hint, source: profile.place(path) };
}
