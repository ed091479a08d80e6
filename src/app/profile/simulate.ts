import { withFinance } from '../../billing/diff/ask-finance.ts';
import { simulate, simulationPlan } from '../../billing/simulate/simulate.ts';
import type { SimulatedBilling } from '../../model/billing/compared.ts';
import type { Environment } from '../../model/billing/terms.ts';
import { count } from '../../model/money-text.ts';
import { customerNames } from '../billing/customer-name.ts';
import { lateAtHead } from '../billing/late-at-head.ts';
import { recordedUsage } from '../billing/recorded-usage.ts';
import { sorted } from '../check/diagnostics.ts';
import { givenUsage } from '../check/recorded/given.ts';
import { refuseErrors } from '../refuse-errors.ts';
import { billingConfig } from './billing-config.ts';
import { openChange, type CompareOptions } from './compare.ts';
import { recordProblems } from './record-problems.ts';

export interface SimulateOptions extends CompareOptions {
  /** Files; none: those of the base that its configuration names. */
  readonly usage: readonly string[];
  /** Default: that of the configuration of the base. */
  readonly environment?: Environment;
  readonly reader?: 'auto' | 'built-in' | 'duckdb';
  readonly progress?: (step: string) => void;
}

/**
 * What the change between two sides does to those who pay, on recorded usage. Throws UserError for an option that is not right and for
 * named usage that cannot be read, and where a file of the head is not what was published; what else is wrong inside of the repository
 * is in the diagnostics.
 */
export async function simulateBilling(options: SimulateOptions): Promise<SimulatedBilling> {
  const { sides, base, head, compared } = openChange(options);
  refuseErrors(sorted(recordProblems(head, false, base)));
  const { now, profiles: changes } = compared;
  const config = billingConfig(sides.target);
  const environment = options.environment ?? config.environment;
  const { reader, progress } = options;
  const request = {
    files: givenUsage({ plans: [], basePlans: [], states: [], billingUsage: options.usage }),
    tree: sides.base.tree,
    globs: config.usage,
    until: now,
    ...(reader === undefined ? {} : { reader }),
    progress: (rows: number) => progress?.(`Reading usage: ${count(rows)} rows`),
  };
  const plan = simulationPlan(base, head, environment, now);
  const { usage, diagnostics } = await recordedUsage(request, plan);
  const late = await lateAtHead(request, usage, base, head, environment, now);
  progress?.('Rating');
  const nameOf = customerNames((options.hashCustomers ?? false) || config.hashCustomers);
  const simulation = simulate({ base, head, environment, usage, changes, now, nameOf, lateAtHead: late });
  return {
    ...compared,
    profiles: withFinance(changes, simulation),
    environment,
    simulation,
    diagnostics: sorted([...compared.diagnostics, ...diagnostics]),
  };
}
