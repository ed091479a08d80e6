import { billingChanges } from '../../billing/changes.ts';
import { withResolved } from '../../billing/diff/resolved-changes.ts';
import { changeDiagnostics } from '../../billing/facts/diagnostics.ts';
import { customerFiles, withHiddenCustomers } from '../../billing/hide-customers.ts';
import { loadBothSides } from '../../billing/load-both.ts';
import { openCatalogue, type Catalogue } from '../../billing/resolve/catalogue.ts';
import type { ComparedBilling } from '../../model/billing/compared.ts';
import { customerNames } from '../billing/customer-name.ts';
import { withoutCustomers } from '../billing/touched-corrections.ts';
import { sorted } from '../check/diagnostics.ts';
import { instant } from '../check/instant.ts';
import { openSides, type Sides } from '../sides.ts';
import { billingConfig } from './billing-config.ts';

export interface CompareOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: where HEAD left the default branch. */
  readonly base?: string;
  /** Default: the work tree as it lies on disk. */
  readonly head?: string;
  /** Instant that dates are held against; default: the clock. */
  readonly now?: string;
  /** Show hashes in the place of customers' ids, also where the configuration does not ask for it. */
  readonly hashCustomers?: boolean;
}

/** Two sides of billing files, opened, and what differs. */
export interface OpenedChange {
  readonly sides: Sides;
  readonly base: Catalogue;
  readonly head: Catalogue;
  readonly compared: ComparedBilling;
}

/** What differs in the billing files of two sides. Throws UserError for an option that is not right. */
export function compareBilling(options: CompareOptions): ComparedBilling {
  return openChange(options).compared;
}

/** The same, with both sides for those who go on from there. */
export function openChange(options: CompareOptions): OpenedChange {
  const now = instant(options.now);
  const sides = openSides(options);
  const [baseTree, headTree] = [sides.base.tree, sides.head.tree];
  const loaded = loadBothSides(baseTree, headTree);
  const isHidden = (options.hashCustomers ?? false) || billingConfig(sides.target).hashCustomers;
  const shown = isHidden ? withHiddenCustomers(loaded, customerNames(true)) : loaded;
  const found = billingChanges(baseTree, headTree, now, shown);
  const [base, head] = [openCatalogue(baseTree, loaded.base), openCatalogue(headTree, loaded.head)];
  const all = changeDiagnostics({ base, head, baseTree, headTree }, found);
  const diagnostics = sorted(isHidden ? withoutCustomers(all, customerFiles(loaded)) : all);
  const refs = { base: sides.base.ref, head: sides.head.ref };
  const profiles = withResolved(found.changes, base, head);
  return { sides, base, head, compared: { ...refs, now, profiles, diagnostics } };
}
