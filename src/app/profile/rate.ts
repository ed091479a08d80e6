import { allocatePools } from '../../billing/invoice/allocate-pools.ts';
import { rateUsage } from '../../billing/invoice/rate-usage.ts';
import { referenceTo } from '../../billing/resolve/resolved-profile.ts';
import { planFor } from '../../billing/usage/plan.ts';
import { UserError } from '../../lib/errors.ts';
import type { RatedUsage } from '../../model/billing/rated.ts';
import { CALCULATION_ORDER } from '../../model/billing/rating.ts';
import type { Environment } from '../../model/billing/terms.ts';
import { count } from '../../model/money-text.ts';
import { recordedUsage, type RecordedUsage } from '../billing/recorded-usage.ts';
import { instant } from '../check/instant.ts';
import { givenUsage } from '../check/recorded/given.ts';
import { billingConfig } from './billing-config.ts';
import { namedProfile } from './named-profile.ts';
import { openBilling } from './open-billing.ts';
import { mustBeSound } from './record-problems.ts';
import { termsByBindings, termsByProfile } from './rating-terms.ts';

export interface RateOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Where billing files are read; default: the work tree as it lies on disk. */
  readonly ref?: string;
  /** A file, `ID@VERSION` or `ID`: rates all; default: the version of each customer. */
  readonly profile?: string;
  /** Default: that of the configuration. */
  readonly environment?: Environment;
  /** Files; none: those that the configuration names. */
  readonly usage: readonly string[];
  /** Rate all usage by what is in force at this instant. */
  readonly at?: string;
  readonly reader?: 'auto' | 'built-in' | 'duckdb';
  /** Keep the steps of each line. */
  readonly explain: boolean;
  readonly progress?: (step: string) => void;
}

/**
 * What recorded usage costs: an invoice for each customer and billing period, and what became of each row. Throws UserError for an
 * option that is not right, for usage that cannot be read, and where a billing file has an error or is not what was published: amounts
 * could be those of another.
 */
export async function rate(options: RateOptions): Promise<RatedUsage> {
  const { root, tree, ref, catalogue } = openBilling(options.repository, options.ref);
  mustBeSound(catalogue, options);
  const config = billingConfig(tree);
  const environment = options.environment ?? config.environment;
  const at = options.at === undefined ? null : instant(options.at).replace('.000Z', 'Z');
  const named =
    options.profile === undefined ? null : namedProfile(catalogue, root, options.profile, at).terms;
  const { termsOf, customers } =
    named === null
      ? termsByBindings(catalogue, environment, at)
      : termsByProfile(catalogue, environment, named);

  const { explain, reader, progress } = options;
  const files = givenUsage({ plans: [], basePlans: [], states: [], billingUsage: options.usage });
  const watched = { progress: (rows: number) => progress?.(`Reading usage: ${count(rows)} rows`) };
  const request = {
    files,
    tree,
    globs: config.usage,
    ...(reader === undefined ? {} : { reader }),
    ...watched,
  };
  const usage = found(await recordedUsage(request, planFor(termsOf)));
  progress?.('Rating');
  const { invoices, unrated } = rateUsage({ usage, termsOf, customers, explain });
  const { counts, rejectedRows, origin, pools } = usage;
  return {
    side: ref,
    by: { profile: named && referenceTo(named), environment, at },
    ...{ invoices, unrated, counts, rejectedRows, origin, reader: usage.reader },
    allocations: allocatePools(pools, invoices, (reference) => catalogue.profile(reference)?.terms),
    order: CALCULATION_ORDER,
  };
}

function found({ usage, diagnostics }: RecordedUsage): NonNullable<RecordedUsage['usage']> {
  if (usage !== null) return usage;
  const hint = 'Name files with --usage.';
  const [first] = diagnostics;
  throw new UserError(first?.message ?? 'There is no usage to rate.', {
    hint,
    ...(first?.source === undefined ? {} : { place: { file: first.source.file, ...first.source.start } }),
  });
}
