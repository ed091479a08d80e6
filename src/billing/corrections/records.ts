import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { firstDiagnostics } from '../../config/yaml/first.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { errorAt } from '../diagnostics.ts';
import type { BillingDocument } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { recordOf } from './line.ts';
import type { CorrectionRecord } from '../../model/billing/correction.ts';

export interface CorrectionRecords {
  /** In the order of files and of lines. */
  readonly records: readonly CorrectionRecord[];
  /** Why lines have no record. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The rows that correct what was billed: one a line of each `Correction`, when its version held for the customer in all of
 * the window. A correction of a version that is not there has no rows; that is an error of the catalogue.
 */
export function correctionRecords(catalogue: Catalogue): CorrectionRecords {
  const records: CorrectionRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const document of catalogue.documents.filter(({ kind }) => kind === 'Correction')) {
    const errors: Diagnostic[] = [];
    for (const found of ofDocument(document, catalogue)) {
      if ('severity' in found) errors.push(found);
      else records.push(found);
    }
    diagnostics.push(...firstDiagnostics(errors));
  }
  return { records, diagnostics };
}

function ofDocument(
  { id, root }: BillingDocument,
  catalogue: Catalogue,
): readonly (CorrectionRecord | Diagnostic)[] {
  const node = nodeAt(root, 'profile') ?? root;
  const profile = catalogue.profile(textOf(node) ?? '');
  if (profile === undefined) return [];
  if (profile.terms.lifecycle === 'draft')
    return [errorAt(node.span, 'draft-reference', 'The version is a draft: nothing was billed by it.')];
  const reason = textOf(nodeAt(root, 'reason')) ?? '';
  return itemsOf(nodeAt(root, 'lines')).map((line) => recordOf(line, { id, reason, profile }, catalogue));
}
