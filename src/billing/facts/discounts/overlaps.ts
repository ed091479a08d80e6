import type { Discount } from '../../../model/billing/terms.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { ProfileChange } from '../../../model/profile.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import type { ResolvedProfile } from '../../resolve/resolved-profile.ts';
import { subjectOf, type Subject } from '../subject.ts';
import { touchedDocuments } from '../touched.ts';
import { isCommon, latest } from './common.ts';

/** Two discounts that may hold for one SKU at one instant. */
export interface Overlap extends Subject {
  readonly first: string;
  readonly second: string;
  readonly precedence: { readonly first: number; readonly second: number };
  /** The first instant that both hold at; null: since ever. */
  readonly from: string | null;
  /** Of the second. */
  readonly source: SourceRange;
}

/** More pairs of one profile are counted only. */
const MOST_PAIRS = 50;

/** The pairs of discounts of a profile that overlap: the first 50, those of one precedence before others, since those break a rule. */
export function overlapsOf(profile: ResolvedProfile): readonly Overlap[] {
  const subject = subjectOf({ kind: 'BillingProfile', id: profile.terms.id });
  return pairsOf(profile).listed.map(([first, second]) => ({
    ...subject,
    first: first.id,
    second: second.id,
    precedence: { first: first.precedence, second: second.precedence },
    from: latest(first.window.from, second.window.from),
    source: profile.place(`discounts[${second.id}].precedence`),
  }));
}

/** A warning for each touched profile of which not all pairs are given to the rules. */
export function overlapWarnings(head: Catalogue, changes: readonly ProfileChange[]): readonly Diagnostic[] {
  const touched = new Set(touchedDocuments(head.documents, changes));
  return head.profiles.flatMap((profile): Diagnostic[] => {
    if (profile.document === null || !touched.has(profile.document)) return [];
    const { listed, total } = pairsOf(profile);
    if (total === listed.length) return [];
    const message = `Of the ${total} pairs of discounts of "${profile.terms.id}" that can hold at the same time the rules judge ${listed.length}, those of the same precedence first.`;
    const hint = 'Give discounts SKUs or times of their own, or take out what nobody has.';
    const source = profile.place('discounts');
    return [{ severity: 'warning', code: 'many-overlaps', message, hint, source }];
  });
}

type Pair = readonly [first: Discount, second: Discount];

interface Pairs {
  readonly listed: readonly Pair[];
  readonly total: number;
}

const known = new WeakMap<ResolvedProfile, Pairs>();

function pairsOf(profile: ResolvedProfile): Pairs {
  const found = known.get(profile) ?? findPairs(profile.terms.discounts);
  known.set(profile, found);
  return found;
}

function findPairs(discounts: readonly Discount[]): Pairs {
  const [alike, others]: [Pair[], Pair[]] = [[], []];
  let total = 0;
  discounts.forEach((second, index) => {
    for (const first of discounts.slice(0, index)) {
      if (!isCommon(first, second)) continue;
      total++;
      const list = first.precedence === second.precedence ? alike : others;
      if (list.length < MOST_PAIRS) list.push([first, second]);
    }
  });
  return { listed: [...alike, ...others].slice(0, MOST_PAIRS), total };
}
