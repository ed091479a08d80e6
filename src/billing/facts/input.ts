import type { Simulation } from '../../model/billing/simulation.ts';
import type { UsageAggregate } from '../../model/billing/usage.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { Tree } from '../../tree/tree.ts';
import type { Catalogue } from '../resolve/catalogue.ts';

/** What a change of billing files is judged by. */
export type JudgingConfig = Pick<Config, 'billing' | 'policies'>;

/** What facts about a change of billing files are worked out from. */
export interface FactsInput {
  readonly base: Catalogue;
  readonly head: Catalogue;
  readonly baseTree: Tree;
  readonly headTree: Tree;
  readonly changes: readonly ProfileChange[];
  /** Of the billing files, with errors only where the change touches them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null: nothing was simulated. */
  readonly simulation: Simulation | null;
  /** Recorded usage that the simulation went by; null: there is none. */
  readonly usage: UsageAggregate | null;
  /** Why none was replayed though the configuration or the user names some, one sentence; null where nobody expects any. */
  readonly noUsage: string | null;
  /** The configuration of each side; null at head when it could not be read. */
  readonly configs: { readonly base: JudgingConfig; readonly head: JudgingConfig | null };
  /** Whether the commit at head carries a signature; null: there is no commit, or it cannot be read. */
  readonly headSigned: boolean | null;
  /** How a customer is shown: its id, or a hash of it. */
  readonly nameOf: (customer: string) => string;
  /** The instant of the check, in UTC. */
  readonly now: string;
}
