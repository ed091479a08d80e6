import { billingChanges } from '../../billing/changes.ts';
import { withFinance } from '../../billing/diff/ask-finance.ts';
import { withResolved } from '../../billing/diff/resolved-changes.ts';
import { changeDiagnostics } from '../../billing/facts/diagnostics.ts';
import { overlapWarnings } from '../../billing/facts/discounts/overlaps.ts';
import { billingFacts, type BillingFacts } from '../../billing/facts/facts.ts';
import { problemsOf } from '../../billing/facts/problems.ts';
import { isBillingFile, isBillingRecord } from '../../billing/files.ts';
import { customerFiles, withHiddenCustomers } from '../../billing/hide-customers.ts';
import { loadBothSides, withBrokenBindings } from '../../billing/load-both.ts';
import { openCatalogue } from '../../billing/resolve/catalogue.ts';
import { isStill } from '../../billing/simulate/is-still.ts';
import { simulate, simulationPlan } from '../../billing/simulate/simulate.ts';
import { offPeriodWarnings } from '../../billing/timeline/off-period.ts';
import type { CorrectionRecord } from '../../model/billing/correction.ts';
import type { Simulation } from '../../model/billing/simulation.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { Tree } from '../../tree/tree.ts';
import { customerNames } from '../billing/customer-name.ts';
import { withHiddenRows } from '../billing/hidden-rows.ts';
import { lateAtHead } from '../billing/late-at-head.ts';
import { isUsageTouched, lostUsage, unnamedUsage } from '../billing/lost-usage.ts';
import { recordedUsage } from '../billing/recorded-usage.ts';
import { touchedCorrections, withoutCustomers } from '../billing/touched-corrections.ts';
import { givenUsage, type GivenFiles } from './recorded/given.ts';

export interface BillingRequest {
  readonly base: Tree;
  readonly head: Tree;
  /** In force, of what the change is merged into. */
  readonly config: Config;
  /** What the head would bring; null when it cannot be read. */
  readonly atHead: Config | null;
  readonly given: GivenFiles | undefined;
  /** Whether the commit at head carries a signature; null when there is none to look at. */
  readonly headSigned: () => boolean | null;
  /** Instant in UTC. */
  readonly now: string;
}

/** What a change does to billing files. */
export interface JudgedBilling {
  readonly changes: readonly ProfileChange[];
  /** Without what a rule says. */
  readonly diagnostics: readonly Diagnostic[];
  /** Left out where nothing that customers pay differs. */
  readonly simulation?: Simulation;
  readonly facts?: BillingFacts;
  /** Of the corrections that the change adds or edits. */
  readonly corrections?: readonly CorrectionRecord[];
}

/**
 * What differs in the billing files of two sides, what that does to those who pay, and the facts that rules judge. Recorded usage is
 * that of the base: a change does not bring its own evidence. Where nothing of billing is touched, no usage is read but where that
 * changes, to say what of it is lost.
 */
export async function judgeBilling(request: BillingRequest): Promise<JudgedBilling> {
  const { base: baseTree, head: headTree, config, now } = request;
  const loaded = loadBothSides(baseTree, headTree);
  const { environment, usage: globs, hashCustomers } = config.billing;
  const nameOf = customerNames(hashCustomers);
  const shown = hashCustomers ? withHiddenCustomers(loaded, nameOf) : loaded;
  const billing = billingChanges(baseTree, headTree, now, shown);
  const files = request.given === undefined ? [] : givenUsage(request.given);
  const usageSides = { base: baseTree, head: headTree, globs, until: now };
  const isUsageAtStake = files.length === 0 && isUsageTouched(usageSides);
  const isBillingTouched = isTouched(baseTree, headTree);
  const isJudged = config.policies.billing.level !== 'off';
  // Beside a change of billing files a rule says it, and blocks.
  const isRuled = files.length > 0 || (isBillingTouched && isJudged);
  const unnamed = isRuled ? [] : unnamedUsage(usageSides, request.atHead?.billing.usage ?? null);
  if (!isBillingTouched && !isUsageAtStake)
    return { ...billing, diagnostics: [...billing.diagnostics, ...unnamed] };
  const [base, head] = [
    openCatalogue(baseTree, loaded.base),
    openCatalogue(headTree, withBrokenBindings(loaded)),
  ];
  const changes = withResolved(billing.changes, base, head);
  const plan = simulationPlan(base, head, environment, now);
  const usageRequest = { files, tree: baseTree, globs, until: now };
  const read = await recordedUsage(usageRequest, plan);
  const { diagnostics } = read;
  const usage = hashCustomers && read.usage !== null ? withHiddenRows(read.usage) : read.usage;
  const lost = [...unnamed, ...(isUsageAtStake ? await lostUsage(usageSides, plan, usage) : [])];
  if (!isBillingTouched) return { changes, diagnostics: [...billing.diagnostics, ...lost] };
  const corrections = touchedCorrections(head, changes, hashCustomers);
  const all = changeDiagnostics({ base, head, baseTree, headTree }, billing);
  const found = hashCustomers ? withoutCustomers(all, customerFiles(loaded)) : all;
  const sides = { base, head, changes, now, nameOf };
  const late = await lateAtHead(usageRequest, read.usage, base, head, environment, now);
  const simulation = simulate({ ...sides, environment, usage, lateAtHead: late });
  return {
    changes: withFinance(changes, simulation),
    diagnostics: [
      ...(isJudged ? problemsOf(found).others : found),
      ...offPeriodWarnings(head, base),
      ...overlapWarnings(head, changes),
      ...diagnostics,
      ...lost,
    ],
    ...(changes.length === 0 && isStill(simulation) ? {} : { simulation }),
    corrections,
    facts: billingFacts({
      ...{ ...sides, baseTree, headTree, simulation, usage, diagnostics: found },
      noUsage: files.length + globs.length === 0 ? null : (diagnostics[0]?.message ?? NO_ROW),
      configs: { base: config, head: request.atHead },
      headSigned: request.headSigned(),
    }),
  };
}

const NO_ROW = 'No row of the recorded usage could be taken.';

function isTouched(base: Tree, head: Tree): boolean {
  return [base, head].some((tree) =>
    tree.paths.some(
      (path) => (isBillingFile(path) || isBillingRecord(path)) && base.blobId(path) !== head.blobId(path),
    ),
  );
}
