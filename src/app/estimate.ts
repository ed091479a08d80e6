import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { UserError } from '../lib/errors.ts';
import { openCatalog } from '../estimate/catalog/catalog.ts';
import type { EstimateResult } from '../model/estimate.ts';
import { compareDefinitions } from './check/compare.ts';
import { costDefinitions, costOf } from './check/costs.ts';
import { countedInputs, countSkipped, coverageOf } from './check/coverage.ts';
import { shortened, sorted } from './check/diagnostics.ts';
import { instant } from './check/instant.ts';
import type { ModuleOptions } from './check/module-permission.ts';
import { givenBook, type GivenFiles } from './check/recorded/given.ts';
import { tagReader } from './check/tags.ts';
import { breakdown } from './estimate/breakdown.ts';
import { type Dimension, groupOf } from './estimate/dimensions.ts';
import { estimatedResources } from './estimate/members.ts';
import { countWhatIf, readWhatIf, withWhatIf } from './estimate/what-if.ts';
import { oneSideConfig } from './one-side-config.ts';
import { announceBook, checkPriceBook, openPriceBook } from './price-book.ts';
import { openSide } from './sides.ts';
import { costTotals } from '../estimate/totals.ts';
import { isWanted } from './wanted.ts';

export interface EstimateOptions {
  /** A folder in a repository: the projects in it and below it are estimated. */
  readonly folder: string;
  /** Default: the work tree as it lies on disk. */
  readonly ref?: string;
  readonly by: readonly Dimension[];
  /** `KEY=FIGURE` and its longer forms. */
  readonly whatIf: readonly string[];
  readonly now?: string;
  readonly given: GivenFiles;
  readonly modules?: ModuleOptions;
  readonly progress?: (step: string) => void;
  readonly say?: (line: string) => void;
}

/**
 * What the definitions in a folder cost a month as they stand, broken down as asked. Throws UserError for an option that is not
 * right; what is wrong inside of the repository is in the result.
 */
export async function estimate(options: EstimateOptions): Promise<EstimateResult> {
  const progress = options.progress ?? (() => undefined);
  const today = instant(options.now).slice(0, 10);
  const { root, ref, tree } = openSide(options.folder, options.ref);
  const folder = folderIn(root, options.folder);
  const config = oneSideConfig(root, tree);
  const say = options.say ?? (() => undefined);
  const bookFolder = givenBook(options.given);
  const book = openPriceBook(bookFolder);
  checkPriceBook(book, config);
  announceBook(bookFolder, root, config, say);
  const catalog = openCatalog();
  const tried = options.whatIf.map((argument) => readWhatIf(argument, catalog));

  progress('Reading definitions');
  const modules = { ...options.modules, repository: root, say };
  const sides = { base: tree, head: tree, config, catalog };
  const { given } = options;
  const definitions = await compareDefinitions({ ...sides, all: true, given, modules, folder });
  if (definitions.projects.evaluated === 0) throw noProject(folder);

  progress('Pricing');
  const costing = { ...sides, book, today, definitions };
  const costs = costDefinitions(
    tried.length === 0 ? costing : { ...costing, tried: (usage) => withWhatIf(usage, tried) },
  );
  const { head } = costs;
  const members = head.resources.map((resource) => ({ resource, cost: costOf(head.costs, resource) }));
  const plain = tried.length === 0 ? null : costDefinitions(costing).head;
  const context = { catalog, tags: tagReader(), profitCenters: config.profitCenters };
  return {
    side: ref,
    path: folder,
    currency: config.currency,
    priceBook: costs.figures.priceBook,
    today,
    totals: costTotals(head.costs.values()),
    whatIf: countWhatIf(tried, head.resources, catalog),
    without: plain === null ? null : costTotals(plain.costs.values()),
    breakdowns: options.by.map((by) =>
      breakdown(
        by,
        members.map((one) => ({ ...one, group: groupOf(by, one, context) })),
      ),
    ),
    resources: estimatedResources(members, catalog, context.tags),
    coverage: coverageOf(definitions, head, countSkipped([tree], isWanted)),
    inputs: countedInputs(definitions.inputs, head.resources),
    diagnostics: shortened(sorted([...definitions.diagnostics, ...costs.diagnostics])),
    ...(costs.figures.pricing === undefined ? {} : { pricing: costs.figures.pricing }),
  };
}

/** The path of a folder in its repository, links followed; empty for the top. */
function folderIn(root: string, folder: string): string {
  return relative(realpathSync(root), realpathSync(folder)).replaceAll('\\', '/');
}

function noProject(folder: string): UserError {
  const where = folder === '' ? 'the repository' : folder;
  return new UserError(`There is no Terraform or Terragrunt project in ${where}.`, {
    hint: 'Name a folder with a root module in it or below it, or list projects in tollgate.yml.',
  });
}
