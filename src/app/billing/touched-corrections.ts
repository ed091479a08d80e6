import { correctionRecords } from '../../billing/corrections/records.ts';
import { withoutQuotes } from '../../billing/hide-customers.ts';
import type { Catalogue } from '../../billing/resolve/catalogue.ts';
import type { CorrectionRecord } from '../../model/billing/correction.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ProfileChange } from '../../model/profile.ts';
import { customerNames } from './customer-name.ts';

/** What is said in the place of messages that name a customer. */
const HIDDEN: Readonly<Record<string, string>> = {
  'unknown-binding': 'The line names nobody, or several, who are bound in the environment of the profile.',
  'correction-outside': 'The version did not hold for the customer in all of the time of the line.',
};

/** What the corrections that a change adds or edits charge and give back. With `hashed` nobody is named. */
export function touchedCorrections(
  head: Catalogue,
  changes: readonly ProfileChange[],
  hashed: boolean,
): readonly CorrectionRecord[] {
  const touched = changes.filter(
    ({ kind, action }) => kind === 'Correction' && (action === 'create' || action === 'update'),
  );
  const ids = new Set(touched.map(({ id }) => id));
  const nameOf = customerNames(hashed);
  return correctionRecords(head)
    .records.filter((record) => ids.has(record.x_CorrectionId))
    .map((record) => ({ ...record, SubAccountId: nameOf(record.SubAccountId) }));
}

/** The same diagnostics, without the customers that those of corrections, and of any of the given files, name. */
export function withoutCustomers(
  diagnostics: readonly Diagnostic[],
  customerFiles: ReadonlySet<string>,
): readonly Diagnostic[] {
  return withoutQuotes(diagnostics, customerFiles).map((found) => {
    const message = HIDDEN[found.code];
    if (message === undefined) return found;
    const { code, severity, source } = found;
    return { code, severity, message, ...(source === undefined ? {} : { source }) };
  });
}
