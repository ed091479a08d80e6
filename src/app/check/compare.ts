import type { Catalog } from '../../estimate/catalog/catalog.ts';
import { diffResources, resourcesAfter } from '../../iac/diff/diff-resources.ts';
import type { Change } from '../../model/change.ts';
import type { Config } from '../../model/config.ts';
import type { Tree } from '../../tree/tree.ts';
import { readDefinitions } from './definitions.ts';
import type { Definitions } from './definitions.ts';
import { mockWarnings } from './mocked.ts';
import { openDefinitions } from './open-definitions.ts';
import type { ModuleRequest } from './open-definitions.ts';
import type { GivenFiles } from './recorded/given.ts';
import { NO_FILES, openFiles } from './recorded/open.ts';
import { renameWarnings } from './renames.ts';
import { inheritsDefaultTags } from './tags.ts';
import { usageDiffers } from './usage.ts';

/** What is compared: `all` asks for projects that the change does not touch too. */
export interface CompareRequest {
  readonly base: Tree;
  readonly head: Tree;
  readonly config: Config;
  readonly catalog: Catalog;
  readonly all: boolean;
  /** Plans and states of projects, to go by in place of evaluation. */
  readonly given?: GivenFiles | undefined;
  /** How modules that are not in the repository are looked for; left out: not at all. */
  readonly modules?: Omit<ModuleRequest, 'all'>;
  /** Only projects in this folder and below it; all when left out. */
  readonly folder?: string;
}

/** The resources of both sides, those of the head as the cloud would have them, and what differs. */
export interface Compared extends Definitions {
  readonly changes: readonly Change[];
}

/** Reads the infrastructure definitions of both sides and pairs them. */
export async function compareDefinitions({
  base,
  head,
  config,
  catalog,
  all,
  given,
  modules,
  folder,
}: CompareRequest): Promise<Compared> {
  const untouched = usageDiffers(base, head, config) ? 'compare' : all ? 'once' : 'skip';
  const elsewhere = modules === undefined ? undefined : { ...modules, all: untouched !== 'skip' };
  const opened = await openDefinitions(base, head, config, elsewhere, folder);
  const files =
    given === undefined ? NO_FILES : openFiles(given, opened, config, catalog, untouched === 'compare');
  const written = readDefinitions(opened, config, untouched, files);
  const changes = diffResources(written.base, written.head, written.moved, {
    replaceOn: (type) => catalog.replaceOn(type),
    inheritsDefaultTags,
  });
  return {
    ...written,
    head: resourcesAfter(changes),
    changes,
    diagnostics: [
      ...written.diagnostics,
      ...renameWarnings(changes),
      ...mockWarnings(changes, (type) => catalog.attributes(type)),
    ],
  };
}
