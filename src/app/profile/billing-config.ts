import { loadConfig } from '../../config/load.ts';
import type { BillingConfig } from '../../model/billing/config.ts';
import type { Tree } from '../../tree/tree.ts';
import { refuseErrors } from '../refuse-errors.ts';

/** The `billing` section of the configuration in a tree. Throws a UserError where it has an error: it could say something else. */
export function billingConfig(tree: Tree): BillingConfig {
  const { config, diagnostics } = loadConfig(tree);
  refuseErrors(diagnostics);
  return config.billing;
}
