import { openCatalogue, type Catalogue } from '../../billing/resolve/catalogue.ts';
import { UserError } from '../../lib/errors.ts';
import { isBare } from '../../tree/repository.ts';
import { openSide, type Side } from '../sides.ts';

export interface OpenedBilling extends Side {
  readonly root: string;
  readonly catalogue: Catalogue;
}

/**
 * The billing files of one side: of a ref, or without one of the work tree as it lies on disk. Throws UserError for a ref that is
 * not there, for a work tree where there is none, and where there are no billing files.
 */
export function openBilling(repository: string, ref?: string): OpenedBilling {
  const side = openSide(repository, ref);
  if (ref === undefined) mustHaveWorkTree(side.root);
  const catalogue = openCatalogue(side.tree);
  const { documents, snapshots, lock, diagnostics } = catalogue;
  if (documents.length + snapshots.length + lock.size + diagnostics.length === 0)
    throw nothingThere(side.ref.ref);
  return { ...side, catalogue };
}

function mustHaveWorkTree(root: string): void {
  if (!isBare(root)) return;
  throw new UserError(`${root} is a bare repository: no file lies on disk.`, {
    hint: 'Name a folder of a clone with --repo, or a commit with --ref where the command has it.',
  });
}

function nothingThere(side: string): UserError {
  return new UserError(`There are no billing files at ${side}.`, {
    hint: 'They lie in billing/profiles/, billing/ratecards/, billing/bindings/ and their sisters, as .yaml or .json.',
  });
}
