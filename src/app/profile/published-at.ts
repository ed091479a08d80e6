import { openCatalogue, type Catalogue } from '../../billing/resolve/catalogue.ts';
import { findCommit, repositoryRoot } from '../../tree/repository.ts';
import { openSides } from '../sides.ts';

export interface PublishedRequest {
  /** Any folder in the repository. */
  readonly repository: string;
  /** What is published: what this ref has. Default: the merge base of `ref` and the default branch, as `check` takes it. */
  readonly base?: string;
  /** The side that is looked at. Default: the work tree. */
  readonly ref?: string;
}

/**
 * The billing files that are published: those of the base. Null: there is no commit yet, so nobody can tell. Throws UserError for a
 * ref that is not there.
 */
export function publishedAt({ repository, base, ref }: PublishedRequest): Catalogue | null {
  if (base === undefined && findCommit(repositoryRoot(repository), 'HEAD') === undefined) return null;
  const sides = openSides({
    repository,
    ...(base === undefined ? {} : { base }),
    ...(ref === undefined ? {} : { head: ref }),
  });
  return openCatalogue(sides.base.tree);
}
