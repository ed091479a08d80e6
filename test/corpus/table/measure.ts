import { isWanted } from '../../../src/app/wanted.ts';
import { AskedCounter } from '../../../src/estimate/asked.ts';
import { openCatalog } from '../../../src/estimate/catalog/catalog.ts';
import { estimateResources } from '../../../src/estimate/estimate-all.ts';
import { NO_USAGE } from '../../../src/estimate/usage/usage.ts';
import { isConfigFile } from '../../../src/iac/terraform/module/source/config-files.ts';
import { openTerraform, ParseCache, readTerraform } from '../../../src/iac/terraform/index.ts';
import { openTerragrunt } from '../../../src/iac/terragrunt/index.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { KnownCounts } from '../../../src/model/result.ts';
import { openBook } from '../../../src/pricing/book.ts';
import { countTags } from '../../../src/tags/known-tags.ts';
import { taggableTable } from '../../../src/tags/table.ts';
import { gitTree } from '../../../src/tree/git-tree.ts';
import { ObjectStore } from '../../../src/tree/objects.ts';
import { resolveCommit } from '../../../src/tree/repository.ts';

/** What one process found in the newest commit of a repository. */
export interface Measure {
  readonly files: number;
  /** Configuration files in which something could not be parsed. */
  readonly rejected: number;
  readonly skipped: number;
  readonly projects: number;
  readonly blocks: number;
  readonly instances: number;
  readonly unknownRepetition: number;
  /** What the catalog asks for, without the regions. */
  readonly attributes: KnownCounts;
  readonly regions: KnownCounts;
  readonly tags: KnownCounts;
  readonly unresolvedModules: number;
  readonly errors: readonly Diagnostic[];
  readonly warnings: number;
  readonly seconds: number;
  /** Peak, MB. */
  readonly memory: number;
}

/** Reads, evaluates and prices the newest commit of the repository that the first argument names. */
const repository = process.argv[2] ?? '.';
const start = performance.now();
const tree = gitTree(new ObjectStore(repository), resolveCommit(repository, 'HEAD'), isWanted);
const cache = new ParseCache();
const options = { projects: [], exclude: [], cache };
const units = openTerragrunt(tree, options);
const side = openTerraform(units.tree, { ...options, wrapped: units.projects });
const { projects, resources, unresolvedModules, diagnostics } = readTerraform(side);
const [attributes, regions] = [new AskedCounter(), new AskedCounter()];
estimateResources(resources, {
  book: openBook(),
  catalog: openCatalog(),
  usage: NO_USAGE,
  asked: (resource, path, value) => {
    (path === 'region' ? regions : attributes).note(resource, path, value);
  },
});
const seconds = (performance.now() - start) / 1000;
const paths = tree.paths.filter((path) => isConfigFile(path.slice(path.lastIndexOf('/') + 1)));
const measure: Measure = {
  files: paths.length,
  rejected: paths.filter((path) => cache.parse(tree, path).diagnostics.length > 0).length,
  skipped: tree.skipped.length,
  projects: projects.length,
  blocks: new Set(resources.map(({ source }) => `${source.file}:${source.start.line}`)).size,
  instances: resources.length,
  unknownRepetition: resources.filter(({ repetition }) => repetition === 'unknown').length,
  attributes: attributes.counts,
  regions: regions.counts,
  tags: countTags(resources, taggableTable),
  unresolvedModules: unresolvedModules.length,
  errors: diagnostics.filter(({ severity }) => severity === 'error'),
  warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
  seconds,
  memory: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(measure));
