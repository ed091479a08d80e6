import semver from 'semver';

import { compareInstants } from '../../lib/calendar.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { chainOf, chainsOf, type ChainLink } from './chain-link.ts';
import type { SnapshotFact, SnapshotProblem } from './fact.ts';

/**
 * Whether the versions of each profile, rate card and tax table follow each other: a file has the highest one, begins rise with
 * numbers, one ends where the next begins if it says when it ends, and `supersedes` names the version before, which profiles must say. Only where a
 * version is new or has a file: the rest is history. Only what has not begun at `now` can be withdrawn.
 */
export function chainFacts(base: Catalogue, head: Catalogue, now: string | null): SnapshotFact[] {
  const known = chainsOf(base);
  const chains = chainsOf(head);
  return [...chains.keys()].sort(byCodePoint).flatMap((chain) => {
    const links = chains.get(chain) ?? [];
    const before = new Set((known.get(chain) ?? []).map(({ version }) => version));
    const published = links.findLast(({ version }) => before.has(version));
    const lower = links.find((link) => isLower(link, published, base));
    return links.flatMap((link, index) => {
      if (link === lower) return [tooLow(link, published ?? link)];
      const last = links[index - 1];
      const isOpen = [link, last].some((one) => one && (one.isFile || !before.has(one.version)));
      return isOpen && (last === undefined || last !== lower)
        ? [
            ...windows(last, link, now),
            ...supersedes(last, link, chains, before),
            ...unnamed(last, link, isNew(link, before, base)),
          ]
        : [];
    });
  });
}

/** Whether a file has a lower version than the highest at base. That it went back since then is told by the change itself. */
function isLower(link: ChainLink, highest: ChainLink | undefined, base: Catalogue): boolean {
  if (!link.isFile || highest === undefined || semver.gte(link.version, highest.version)) return false;
  const old = base.documents.find(({ kind, id }) => kind === link.kind && id === link.id)?.version ?? null;
  return old === null || semver.lte(old, link.version);
}

function tooLow(link: ChainLink, highest: ChainLink): SnapshotFact {
  const message = `${referenceTo(link)} is lower than ${referenceTo(highest)}, which is published: versions only go forward.`;
  return fact('version-order', link, ['version'], message, `Give it a version above ${highest.version}.`);
}

function windows(before: ChainLink | undefined, link: ChainLink, now: string | null): SnapshotFact[] {
  const { from } = link;
  if (before === undefined || before.from === null || from === null) return [];
  const isAfter = compareInstants(from, before.from) > 0;
  // A version that has not begun is withdrawn by one that names it.
  if (!isAfter && link.supersedes === referenceTo(before)) return [];
  if (isAfter) return atEnd(before, link, from);
  const message = `${referenceTo(link)} begins at ${from}, not after ${referenceTo(before)}, which begins at ${before.from}.`;
  const withdraw = ` If ${referenceTo(before)} must never hold, withdraw it: "supersedes: ${referenceTo(before)}".`;
  const canWithdraw = link.kind !== 'TaxTable' && now !== null && compareInstants(before.from, now) > 0;
  const hint = `Let it begin later.${canWithdraw ? withdraw : ''}`;
  return [fact('version-order', link, ['effective', 'from'], message, hint)];
}

function atEnd(before: ChainLink, link: ChainLink, from: string): SnapshotFact[] {
  const { to } = before;
  const order = to === null ? 0 : compareInstants(to, from);
  if (to === null || order === 0) return [];
  const message = `${referenceTo(before)} ends at ${to}, ${referenceTo(link)} begins at ${from}: `;
  const hint = `Let it begin at ${to}.`;
  return order < 0
    ? [fact('window-gap', link, ['effective', 'from'], `${message}nothing holds between them.`, hint)]
    : [fact('window-overlap', link, ['effective', 'from'], `${message}both hold between them.`, hint)];
}

function supersedes(
  before: ChainLink | undefined,
  link: ChainLink,
  chains: ReadonlyMap<string, readonly ChainLink[]>,
  known: ReadonlySet<string>,
): SnapshotFact[] {
  const named = link.supersedes;
  if (named === null) return [];
  const [id = '', version = ''] = named.split('@');
  const isThere =
    chains.get(chainOf({ kind: link.kind, id }))?.some((one) => one.version === version) === true;
  // That it is gone since the base is said of the version itself.
  if (!isThere && id === link.id && known.has(version)) return [];
  const wanted = before && referenceTo(before);
  // The first version of an id may take the place of another one.
  if (isThere && (named === wanted || (wanted === undefined && id !== link.id))) return [];
  const message = isThere
    ? `${referenceTo(link)} supersedes ${named}, which is not the version before it.`
    : `${referenceTo(link)} supersedes ${named}, which is not there.`;
  const hint =
    wanted === undefined
      ? 'Take "supersedes" out: it is the first version.'
      : `Write "supersedes: ${wanted}".`;
  return [fact('supersedes-broken', link, ['supersedes'], message, hint)];
}

/** Whether it is a version that the change gives a profile. One whose file comes back after it was deleted is judged by its id. */
function isNew(link: ChainLink, known: ReadonlySet<string>, base: Catalogue): boolean {
  const isProfile = link.kind === 'BillingProfile' && !known.has(link.version);
  return isProfile && base.documents.some(({ kind, id }) => kind === link.kind && id === link.id);
}

/** Of a version that does not say which one it follows. */
function unnamed(before: ChainLink | undefined, link: ChainLink, isNew: boolean): SnapshotFact[] {
  if (!isNew || before === undefined || link.supersedes !== null) return [];
  const wanted = referenceTo(before);
  const message = `${referenceTo(link)} does not say that it follows ${wanted}.`;
  return [fact('supersedes-broken', link, ['version'], message, `Write "supersedes: ${wanted}".`)];
}

function fact(
  problem: SnapshotProblem,
  link: ChainLink,
  keys: readonly string[],
  message: string,
  hint: string,
): SnapshotFact {
  return { problem, version: referenceTo(link), message, hint, source: link.place(...keys) };
}
