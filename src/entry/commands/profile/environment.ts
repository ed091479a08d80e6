import { Option } from 'commander';

/** The option for the environment whose bindings say which customer has which version. */
export function environmentOption(): Option {
  return new Option(
    '--environment <name>',
    'whose bindings count (default: "billing.environment" of tollgate.yml)',
  ).choices(['prod', 'staging', 'sandbox']);
}
