import { billingChanges } from '../billing/changes.ts';
import { configChanges } from '../config/changes.ts';
import { loadConfig } from '../config/load.ts';
import { openCatalog } from '../estimate/catalog/catalog.ts';
import { diffResources, resourcesAfter } from '../iac/diff/diff-resources.ts';
import type { Config } from '../model/config.ts';
import type { CheckResult } from '../model/result.ts';
import { decide } from '../policy/decide.ts';
import { evaluatePolicies } from '../policy/evaluate.ts';
import { unitDeltas } from '../units/delta.ts';
import { costDefinitions, costedResources } from './check/costs.ts';
import { coverageOf } from './check/coverage.ts';
import { readDefinitions } from './check/definitions.ts';
import { configDiagnostics, sorted } from './check/diagnostics.ts';
import { instant } from './check/instant.ts';
import { renameWarnings } from './check/renames.ts';
import { inheritsDefaultTags, tagReader } from './check/tags.ts';
import { isDefinition } from '../tree/limits.ts';
import { usageDiffers } from './check/usage.ts';
import { openSides } from './sides.ts';
import type { SidesRequest } from './sides.ts';

export interface CheckOptions extends SidesRequest {
  /** Side that the configuration is read from: the base, unless a user tries a new one out. */
  readonly configFrom?: 'base' | 'head';
  /** Evaluate projects that the change does not touch too. */
  readonly all?: boolean;
  /** Instant that dates are held against; default: the clock. */
  readonly now?: string;
  readonly progress?: (step: string) => void;
}

/** What the gate says of a change, and the configuration that it went by. */
export interface Checked {
  readonly result: CheckResult;
  readonly config: Config;
}

/**
 * The gate: compares two sides of a repository and says what changes in cost, per unit and in billing profiles,
 * what the policies find, and the verdict. Throws UserError for a ref or an option that is not right; what is
 * wrong inside of the repository is in the result.
 */
export function check(options: CheckOptions): Checked {
  const progress = options.progress ?? (() => undefined);
  const now = instant(options.now);
  const { base, head } = openSides(options);
  const before = loadConfig(base.tree);
  const after = loadConfig(head.tree);
  const { config } = options.configFrom === 'head' ? after : before;

  progress('Reading definitions');
  const all = options.all ?? config.units.length > 0;
  const untouched = usageDiffers(base.tree, head.tree, config) ? 'compare' : all ? 'once' : 'skip';
  const written = readDefinitions(base.tree, head.tree, config, untouched);
  const catalog = openCatalog();
  const differences = diffResources(written.base, written.head, written.moved, {
    replaceOn: (type) => catalog.replaceOn(type),
    inheritsDefaultTags,
  });
  const definitions = { ...written, head: resourcesAfter(differences) };

  progress('Pricing');
  const trees = { base: base.tree, head: head.tree };
  const costs = costDefinitions({ ...trees, config, catalog, definitions, changes: differences });
  const tags = tagReader();
  const units = unitDeltas(
    config.units,
    costedResources(costs.base, tags),
    costedResources(costs.head, tags),
  );

  progress('Judging');
  const billing = billingChanges(base.tree, head.tree, now);
  const { changes, totals } = costs;
  const findings = evaluatePolicies({ config, now, changes, tags, totals, units, profiles: billing.changes });
  const diagnostics = sorted([
    ...configDiagnostics(before.diagnostics, after.diagnostics),
    ...definitions.diagnostics,
    ...costs.diagnostics,
    ...billing.diagnostics,
    ...renameWarnings(differences),
  ]);
  const result: CheckResult = {
    base: base.ref,
    head: head.ref,
    currency: config.currency,
    priceBook: costs.priceBook,
    verdict: decide({ findings, diagnostics, policies: config.policies }),
    totals,
    unpricedChanges: costs.unpricedChanges,
    changes,
    units,
    profiles: billing.changes,
    findings,
    configChanges: [...configChanges(before.config, after.config), ...costs.usageChanges],
    coverage: coverageOf(
      definitions,
      costs.head,
      head.tree.skipped.filter(({ path }) => isDefinition(path)).length,
    ),
    diagnostics,
  };
  return { result, config };
}
