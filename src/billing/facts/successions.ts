import type { SourceRange } from '../../model/source.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { referenceTo, type ResolvedProfile } from '../resolve/resolved-profile.ts';
import type { BillingDocument } from '../document.ts';
import { placeIn, subjectOf, type Subject } from './subject.ts';

interface VersionWindow {
  readonly version: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Two versions of a profile that follow each other, and how their windows lie. */
export interface Succession extends Subject {
  readonly earlier: VersionWindow;
  readonly later: VersionWindow;
  /** Milliseconds from the begin of the earlier one to that of the later; not above 0 when they are in the wrong order. */
  readonly sinceBegin: number;
  /** Milliseconds from the end of the earlier one to the begin of the later; null when it has no end of its own, or they meet. */
  readonly sinceEnd: number | null;
  /** The later one takes the place of the earlier before anybody had that. */
  readonly withdrawn: boolean;
  readonly source: SourceRange;
}

/** How the version of a touched profile follows the one before it; empty for the first version. */
export function successionsOf(
  head: Catalogue,
  document: BillingDocument,
  now: string,
): readonly Succession[] {
  if (document.kind !== 'BillingProfile' || document.lifecycle === 'draft') return [];
  const versions = head.versions(document.id);
  return versions.slice(1).flatMap((later, index) => {
    const earlier = versions[index];
    if (earlier === undefined || (later.document !== document && earlier.document !== document)) return [];
    return succession(earlier, later, document, now);
  });
}

function succession(
  { terms: earlier }: ResolvedProfile,
  { terms: later }: ResolvedProfile,
  document: BillingDocument,
  now: string,
): readonly Succession[] {
  if (earlier.effective.from === null || later.effective.from === null) return [];
  const { to } = earlier.effective;
  const [first, begin] = [Date.parse(earlier.effective.from), Date.parse(later.effective.from)];
  const apart = to === null ? 0 : begin - Date.parse(to);
  return [
    {
      ...subjectOf(document),
      earlier: { version: earlier.version, ...earlier.effective },
      later: { version: later.version, ...later.effective },
      sinceBegin: begin - first,
      sinceEnd: apart === 0 ? null : apart,
      withdrawn: first > Date.parse(now) && later.supersedes === referenceTo(earlier),
      source: placeIn(document, 'effective', 'from'),
    },
  ];
}
