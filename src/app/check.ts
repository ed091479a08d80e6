import { openCatalog } from '../estimate/catalog/catalog.ts';
import type { Config } from '../model/config.ts';
import type { CheckResult } from '../model/result.ts';
import { decide } from '../policy/decide.ts';
import { evaluatePolicies } from '../policy/evaluate.ts';
import { isSigned } from '../tree/signature.ts';
import { judgeBilling } from './check/billing.ts';
import { findingAtCall } from './check/call-places.ts';
import { compareDefinitions } from './check/compare.ts';
import { readConfiguration } from './check/configuration.ts';
import { costDefinitions } from './check/costs.ts';
import { countedInputs, countSkipped, coverageOf } from './check/coverage.ts';
import { shortened, sorted } from './check/diagnostics.ts';
import { givenBook, refuseCommitted } from './check/recorded/given.ts';
import type { GivenFiles } from './check/recorded/given.ts';
import { instant } from './check/instant.ts';
import type { ModuleOptions } from './check/module-permission.ts';
import { childReader, tagReader } from './check/tags.ts';
import { unitFigures } from './check/unit-figures.ts';
import { announceBook, checkPriceBook, openPriceBook } from './price-book.ts';
import { openSides } from './sides.ts';
import type { SidesRequest } from './sides.ts';
import { isWanted } from './wanted.ts';

export interface CheckOptions extends SidesRequest {
  /** Side that the configuration is read from: the base, unless a user tries a new one out. */
  readonly configFrom?: 'base' | 'head';
  /** Evaluate projects that the change does not touch too. */
  readonly all?: boolean;
  /** Instant that dates are held against; default: the clock. */
  readonly now?: string;
  /** Plans and states of projects, to go by in place of evaluation. */
  readonly given?: GivenFiles;
  /** How modules that are not in the repository may be looked for. */
  readonly modules?: ModuleOptions;
  readonly progress?: (step: string) => void;
  /** Told what was fetched, one line each. */
  readonly say?: (line: string) => void;
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
export async function check(options: CheckOptions): Promise<Checked> {
  const progress = options.progress ?? (() => undefined);
  const now = instant(options.now);
  const sides = openSides(options);
  if (options.given !== undefined) refuseCommitted(options.given, sides.root, sides.head.tree);
  const say = options.say ?? (() => undefined);
  const bookFolder = options.given && givenBook(options.given);
  const book = openPriceBook(bookFolder);
  const trees = { base: sides.base.tree, head: sides.head.tree };
  const configuration = readConfiguration(trees.base, trees.head, options.configFrom ?? 'base', sides.target);
  const { config } = configuration;
  checkPriceBook(book, config);
  announceBook(bookFolder, sides.root, config, say);

  progress('Reading definitions');
  const catalog = openCatalog();
  const all = options.all ?? config.units.length > 0;
  const modules = { ...options.modules, repository: sides.root, say };
  const definitions = await compareDefinitions({
    ...{ ...trees, config, catalog, all, modules },
    given: options.given,
  });
  const billing = await judgeBilling({
    ...{ ...trees, config, now, given: options.given, atHead: configuration.atHead },
    headSigned: () => (sides.head.ref.commit === null ? null : isSigned(sides.root, sides.head.ref.commit)),
  });

  progress('Pricing');
  const costs = costDefinitions({ ...trees, config, catalog, book, definitions, today: now.slice(0, 10) });
  const tags = tagReader();
  const { units, judged } = unitFigures(config, costs, definitions.changes, tags);

  progress('Judging');
  const findings = evaluatePolicies({
    ...costs.figures,
    ...judged,
    ...{ config, now, tags, profiles: billing.changes, ...childReader(config, tags) },
    ...(billing.facts === undefined ? {} : { billing: billing.facts }),
    changedUnresolvedModules: definitions.moduleChanges.changed,
  }).map((finding) => findingAtCall(finding, definitions.placeInRepository));
  const found = [configuration, definitions, costs, billing];
  const diagnostics = sorted(found.flatMap((part) => part.diagnostics));
  const wanted = (path: string): boolean => path === config.usageFile || isWanted(path);
  const result: CheckResult = {
    base: sides.base.ref,
    head: sides.head.ref,
    currency: config.currency,
    today: now.slice(0, 10),
    verdict: decide({ findings, diagnostics, policies: config.policies }),
    ...costs.figures,
    units,
    profiles: billing.changes,
    ...(billing.simulation === undefined ? {} : { simulation: billing.simulation }),
    ...((billing.corrections ?? []).length === 0 ? {} : { corrections: billing.corrections }),
    findings,
    configChanges: [...configuration.changes, ...costs.usageChanges],
    coverage: coverageOf(definitions, costs.head, countSkipped([trees.base, trees.head], wanted)),
    inputs: countedInputs(definitions.inputs, costs.head.resources),
    diagnostics: shortened(diagnostics),
  };
  return { result, config };
}
