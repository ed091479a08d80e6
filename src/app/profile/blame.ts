import type { Catalogue } from '../../billing/resolve/catalogue.ts';
import { blame, type Blame } from '../../billing/snapshot/blame.ts';
import { textHash } from '../../billing/snapshot/hash.ts';
import { lockKey } from '../../billing/snapshot/snapshot.ts';
import { versionsInForce } from '../../billing/timeline/timeline.ts';
import { loadConfig } from '../../config/load.ts';
import type { BlamedVersion, BoundPlace, HeldVersion } from '../../model/billing/blamed.ts';
import type { Binding } from '../../model/billing/binding.ts';
import type { Environment } from '../../model/billing/terms.ts';
import { commitSummary } from '../../tree/commit-summary.ts';
import { commitThatWrote } from '../../tree/commit-that-wrote.ts';
import { isShallow } from '../../tree/repository.ts';
import type { Tree } from '../../tree/tree.ts';
import { sorted } from '../check/diagnostics.ts';
import { refuseErrors } from '../refuse-errors.ts';
import { boundPlaces } from './blame/bound-places.ts';
import { whyNobody } from './blame/why-nobody.ts';
import { openBilling, type OpenedBilling } from './open-billing.ts';
import { recordErrors } from './record-problems.ts';

export interface BlameOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: the work tree as it lies on disk. */
  readonly ref?: string;
  readonly customer: string;
  /** Needed where customers of several types have the id. */
  readonly type?: Binding['type'];
  /** Default: that of the configuration. */
  readonly environment?: Environment;
  /** Instant in UTC. */
  readonly instant: string;
}

/**
 * The version of a profile that a customer is rated with at an instant, its hashes, where the customer is bound, and the commit that
 * published it; or why there is none. Throws UserError for a ref that is not there, where there are no billing files, and for a
 * configuration with an error where that has to say the environment.
 */
export function blameVersion(options: BlameOptions): BlamedVersion {
  const { repository, ref, customer, instant } = options;
  const opened = openBilling(repository, ref);
  const { catalogue } = opened;
  const type = options.type ?? null;
  const environment = options.environment ?? configuredEnvironment(opened.tree);
  const found = blame(catalogue, environment, customer, type, instant);
  const bindings = boundPlaces(catalogue, customer, type);
  const versions = versionsInForce(catalogue, environment, customer, type).map(({ profile, from, to }) => ({
    ...{ profile: `${profile.terms.id}@${profile.terms.version}`, from, to },
  }));
  const asked = { customer, type, environment, instant };
  const why = found === undefined ? whyNobody(asked, bindings, versions, catalogue.bindings) : null;
  return {
    side: opened.ref,
    ...asked,
    held: found === undefined ? null : heldVersion(found, opened),
    reason: why?.reason ?? null,
    hint: why?.hint ?? null,
    ...{
      bindings,
      versions,
      diagnostics: sorted([...catalogue.diagnostics, ...recordErrors(catalogue, options)]),
    },
  };
}

function configuredEnvironment(tree: Tree): Environment {
  const { config, diagnostics } = loadConfig(tree);
  refuseErrors(diagnostics);
  return config.billing.environment;
}

function heldVersion(found: Blame, opened: OpenedBilling): HeldVersion {
  const { profile, from, to, sha256, termsSha256, file, binding, bindingPlace } = found;
  const { type, environment } = binding;
  return {
    ...{ profile, from, to, sha256, termsSha256, file },
    binding: {
      ...{ type, environment, profile: binding.profile, from: binding.from, to: binding.to },
      source: bindingPlace,
    } satisfies BoundPlace,
    snapshot: snapshotOf(found, opened),
  };
}

function snapshotOf(
  { profile, sha256, snapshot: path }: Blame,
  opened: OpenedBilling,
): HeldVersion['snapshot'] {
  const { root, ref, catalogue } = opened;
  const [id = '', version = ''] = profile.split('@');
  const entry = catalogue.lock.get(lockKey({ kind: 'BillingProfile', id, version }));
  const isInForce = (content: string) => textHash(content.replace(/\n$/, '')) === sha256;
  const wrote = commitThatWrote(root, path, isInForce, ref.commit ?? 'HEAD');
  const commit = wrote === undefined ? undefined : commitSummary(root, wrote);
  const exists = isKept(catalogue, path);
  return {
    ...{ path, exists, publishedAt: entry?.publishedAt ?? null, commit: commit ?? null },
    missing: commit === undefined ? whyNoCommit(root, exists) : null,
  };
}

function isKept({ snapshots }: Catalogue, path: string): boolean {
  return snapshots.some((snapshot) => snapshot.path === path);
}

function whyNoCommit(root: string, exists: boolean): string {
  if (!exists) return 'There is no snapshot: run `tollgate profile snapshot`, and commit what it writes.';
  if (isShallow(root))
    return 'This clone is shallow, and lacks the commit: `git fetch --unshallow` brings it.';
  return 'The snapshot with this hash is not committed.';
}
