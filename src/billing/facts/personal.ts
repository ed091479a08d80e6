import type { SourceRange } from '../../model/source.ts';
import { personalData } from '../check/personal-data.ts';
import type { BillingDocument } from '../document.ts';
import { subjectOf, type Subject } from './subject.ts';

/** Something in a file that identifies a person or opens an account. */
export interface FoundData extends Subject {
  /** Such as `card number`. */
  readonly kind: string;
  /** Its first and last characters, never the whole. */
  readonly masked: string;
  readonly source: SourceRange;
}

/** What a touched file holds that does not belong there, in its order. */
export function foundData(document: BillingDocument): readonly FoundData[] {
  return personalData(document.root).map(({ kind, masked, source }) => {
    return { ...subjectOf(document), kind, masked, source };
  });
}
