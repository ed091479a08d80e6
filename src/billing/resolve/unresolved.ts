import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { firstDiagnostics, MOST_ERRORS } from '../../config/yaml/first.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { BillingDocument } from '../document.ts';
import type { VersionIndex } from './version-index.ts';

/** Bindings and corrections that name a version of a profile that is not there: errors at the references. */
export function unresolvedElsewhere(
  documents: readonly BillingDocument[],
  index: VersionIndex,
): Diagnostic[] {
  return documents.flatMap((document) => {
    const missing = profileReferences(document).filter(
      (node) => index.find('BillingProfile', textOf(node) ?? '') === undefined,
    );
    // One more than is shown, so that it can be said that there are more.
    return firstDiagnostics(
      missing.slice(0, MOST_ERRORS + 1).map((node) => index.unresolved('BillingProfile', node)),
    );
  });
}

function profileReferences({ kind, root }: BillingDocument): DocumentNode[] {
  if (kind === 'Correction') return [nodeAt(root, 'profile') ?? []].flat();
  if (kind !== 'BindingSet') return [];
  return itemsOf(nodeAt(root, 'bindings')).flatMap((binding) => nodeAt(binding, 'profile') ?? []);
}
