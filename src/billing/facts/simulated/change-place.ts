import { compareInstants } from '../../../lib/calendar.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { placeIn } from '../subject.ts';

/** What changes for those who have a profile. */
export interface ChangeSource {
  /** The profile's file at head. */
  readonly document: BillingDocument | undefined;
  /** Whether the change touches it; otherwise it touches who is bound to it, or what the profile takes over. */
  readonly isTouched: boolean;
  readonly source: SourceRange | null;
}

/** Where a change reaches the customers of a profile: in its file, else in the bindings to it, else in whatever changes first. */
export function changeSource(
  id: string,
  { head, now }: { readonly head: Catalogue; readonly now: string },
  touched: readonly BillingDocument[],
): ChangeSource {
  const document = head.documents.find((other) => other.kind === 'BillingProfile' && other.id === id);
  const isTouched = document !== undefined && touched.includes(document);
  const files = new Set(touched.map(({ file }) => file));
  const own = head.bindings.filter(
    ({ binding, place }) => files.has(place.file) && binding.profile.startsWith(`${id}@`),
  );
  // What has begun is not what changes.
  const binding = own.find(({ binding: { from } }) => compareInstants(from, now) > 0) ?? own[0];
  const [first] = touched;
  const place = binding?.profilePlace ?? (first === undefined ? null : placeIn(first, 'version'));
  return { document, isTouched, source: isTouched ? placeIn(document, 'version') : place };
}
