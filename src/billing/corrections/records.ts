import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { firstDiagnostics, MOST_ERRORS } from '../../config/yaml/first.ts';
import type { CorrectionRecord } from '../../model/billing/correction.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { errorAt } from '../diagnostics.ts';
import type { BillingDocument } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { HeldVersions } from './held.ts';
import { recordOf } from './line.ts';

export interface CorrectionRecords {
  /** In the order of files and of lines. */
  readonly records: readonly CorrectionRecord[];
  /** Why lines have no record. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The rows that correct what was billed: one a line of each `Correction`, when its version held for the customer in all of
 * the window. A correction of a version that is not there has no rows; that is an error of the catalogue. After more errors than
 * are shown of a file, its other lines have none either.
 */
export function correctionRecords(catalogue: Catalogue): CorrectionRecords {
  const held = new HeldVersions(catalogue);
  const records: CorrectionRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const document of catalogue.documents.filter(({ kind }) => kind === 'Correction')) {
    const errors: Diagnostic[] = [];
    for (const found of ofDocument(document, catalogue, held)) {
      if ('severity' in found) errors.push(found);
      else records.push(found);
      if (errors.length > MOST_ERRORS) break;
    }
    diagnostics.push(...firstDiagnostics(errors));
  }
  return { records, diagnostics };
}

function* ofDocument(
  { id, root }: BillingDocument,
  catalogue: Catalogue,
  held: HeldVersions,
): Generator<CorrectionRecord | Diagnostic> {
  const node = nodeAt(root, 'profile') ?? root;
  const profile = catalogue.profile(textOf(node) ?? '');
  if (profile === undefined) return;
  if (profile.terms.lifecycle === 'draft') {
    yield errorAt(node.span, 'draft-reference', 'The version is a draft: nothing was billed by it.');
    return;
  }
  const reason = textOf(nodeAt(root, 'reason')) ?? '';
  const skus = new Map(profile.terms.skus.map((sku) => [sku.id, sku]));
  for (const line of itemsOf(nodeAt(root, 'lines')))
    yield recordOf(line, { id, reason, profile, skus }, held);
}
