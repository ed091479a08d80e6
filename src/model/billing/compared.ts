import type { Diagnostic } from '../diagnostic.ts';
import type { ProfileChange } from '../profile.ts';
import type { SideRef } from '../result.ts';
import type { Simulation } from './simulation.ts';
import type { Environment } from './terms.ts';

/** What `profile diff` found out. */
export interface ComparedBilling {
  readonly base: SideRef;
  readonly head: SideRef;
  /** The instant that dates were held against, in UTC. */
  readonly now: string;
  /** Billing files that differ, by kind and id. */
  readonly profiles: readonly ProfileChange[];
  /** Errors first, then by file and line. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What `profile simulate` found out. */
export interface SimulatedBilling extends ComparedBilling {
  readonly environment: Environment;
  readonly simulation: Simulation;
}
