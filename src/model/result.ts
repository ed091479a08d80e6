import type { CorrectionRecord } from './billing/correction.ts';
import type { Simulation } from './billing/simulation.ts';
import type { Change } from './change.ts';
import type { Percentages, Range, ResourceCost } from './cost.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Finding } from './finding.ts';
import type { PricingSummary } from './pricing.ts';
import type { ProfileChange } from './profile.ts';
import type { ResolvedModule, UnresolvedModule } from './resource.ts';
import type { UnitDelta } from './unit.ts';
import type { UnknownReason } from './value.ts';

export type VerdictState = 'pass' | 'warn' | 'pending' | 'fail' | 'error';

/** What the gate says, and why: one sentence each, the worst first. */
export interface Verdict {
  readonly state: VerdictState;
  readonly reasons: readonly string[];
}

/** Monthly cost of one side or of the difference; fixed and variable apart. Known lines only. */
export interface CostTotals {
  readonly monthly: Range;
  readonly fixed: Range;
  readonly variable: Range;
}

/** Monthly cost of one side. */
export interface SideTotals extends CostTotals {
  /** Resources with a cost that is wholly or partly unknown: the figures leave that part out. */
  readonly unpriced: number;
}

/** Both sides and the difference. */
export interface CheckTotals {
  readonly base: SideTotals;
  readonly head: SideTotals;
  /** Over what is known on both sides; in order, the least figure as low. */
  readonly delta: CostTotals;
  /** The monthly delta in percent of the base, scenario by scenario. */
  readonly percent: Percentages;
}

/** A change with what it costs on each side. `delta` is null when a side has no known price. */
export interface CostedChange {
  readonly change: Change;
  readonly base: ResourceCost | null;
  readonly head: ResourceCost | null;
  readonly delta: CostTotals | null;
}

/** How many of the values that were asked for are known, and why the others are not. */
export interface KnownCounts {
  readonly known: number;
  /** Of all of them, those that rest on an assumption. */
  readonly assumed: number;
  readonly unknown: Readonly<Record<UnknownReason, number>>;
  /** What makes them unknown, the most frequent first; left out when nothing does. */
  readonly culprits?: readonly Culprit[];
  /** Culprits that are not among `culprits`. */
  readonly moreCulprits?: number;
}

/** Something that makes values unknown, such as `var.size`, and how many. */
export interface Culprit {
  /** Null where it has no name. */
  readonly culprit: string | null;
  readonly reason: UnknownReason;
  readonly count: number;
}

/** What the gate could see. */
export interface Coverage {
  /** Projects that were evaluated. */
  readonly projects: number;
  /** Projects that the change does not touch and that were not evaluated: they are in no total. */
  readonly projectsSkipped: number;
  readonly resources: number;
  /** Attributes that the catalog asked resources with a price for at head, their regions too. */
  readonly attributes: KnownCounts;
  /** Tags of resources at head that can carry some; keys that cannot be told count as one. */
  readonly tags: KnownCounts;
  /** Cost lines by evidence class at head. */
  readonly lines: { readonly A: number; readonly B: number; readonly C: number; readonly D: number };
  readonly free: number;
  readonly unknownTypes: readonly { readonly type: string; readonly count: number }[];
  readonly unknownRepetition: number;
  readonly unresolvedModules: readonly UnresolvedModule[];
  /** Modules from elsewhere that were read, by source and origin. */
  readonly resolvedModules?: readonly ResolvedModule[];
  /** Calls of such modules that the change adds, edits or removes: what that costs is not known. */
  readonly changedModules?: number;
  readonly filesSkipped: number;
}

/** What the resources of a project were read from. */
export interface ProjectInput {
  /** Id of the project. */
  readonly project: string;
  /** `plan-and-hcl`: values from a plan, places and what it hides from the configuration. */
  readonly from: 'hcl' | 'plan' | 'plan-and-hcl';
  /** Its resources at head. */
  readonly resources?: number;
  /** Variable files that it is evaluated with, besides those that Terraform loads by itself. */
  readonly varFiles?: readonly string[];
  /** The files that were given for it, as they were given. */
  readonly plan?: string;
  readonly basePlan?: string;
  readonly state?: string;
}

export interface SideRef {
  /** What was asked for: `main`, `HEAD`, `working tree`. */
  readonly ref: string;
  /** Full commit id; null for the working tree. */
  readonly commit: string | null;
}

/** All that `check` found out: every output is rendered from this and from nothing else. */
export interface CheckResult {
  readonly base: SideRef;
  readonly head: SideRef;
  readonly currency: string;
  readonly priceBook: { readonly id: string; readonly asOf: Readonly<Record<string, string>> };
  /** The day that dates were held against, `YYYY-MM-DD`. */
  readonly today?: string;
  readonly verdict: Verdict;
  readonly totals: CheckTotals;
  /** What the buyer pays otherwise than by list prices; left out where all figures are list prices. */
  readonly pricing?: PricingSummary;
  /** Changes that touch an unknown cost, so that the delta leaves a part of them out: see `isUnpricedChange`. */
  readonly unpricedChanges: number;
  /** All changes except no-ops without a cost delta; largest absolute delta first, then by address. */
  readonly changes: readonly CostedChange[];
  readonly units: readonly UnitDelta[];
  readonly profiles: readonly ProfileChange[];
  /** What recorded usage does by the terms of both sides; left out where no billing file changes. */
  readonly simulation?: Simulation;
  /** What the corrections that the change adds or edits charge and give back; left out where there are none. */
  readonly corrections?: readonly CorrectionRecord[];
  /** Sorted: fail, error, warn; then file and line. */
  readonly findings: readonly Finding[];
  /** Levels, limits and policies that head changes: they take effect when merged. */
  readonly configChanges: readonly string[];
  readonly coverage: Coverage;
  /** What each project was read from, sorted by id. Left out: all from their configuration. */
  readonly inputs?: readonly ProjectInput[];
  readonly diagnostics: readonly Diagnostic[];
}
