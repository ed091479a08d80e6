import type { DocumentNode } from '../model/node.ts';

export type BillingKind =
  'BillingProfile' | 'RateCard' | 'BindingSet' | 'TaxTable' | 'FxTable' | 'UnitDefinition' | 'Correction';

/** A billing file that is valid. */
export interface BillingDocument {
  readonly kind: BillingKind;
  readonly id: string;
  readonly file: string;
  /** Null for kinds that carry no version. */
  readonly version: string | null;
  readonly lifecycle: string | null;
  readonly root: DocumentNode;
}

/** Profiles are told apart by kind and id: a tax table may have the name of a profile. */
export function identityOf(document: Pick<BillingDocument, 'kind' | 'id'>): string {
  return `${document.kind} ${document.id}`;
}
