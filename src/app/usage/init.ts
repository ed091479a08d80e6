import { openCatalog } from '../../estimate/catalog/catalog.ts';
import { usageDefaults } from '../../estimate/catalog/usage-defaults.ts';
import { estimateResources } from '../../estimate/estimate-all.ts';
import { AskedKeys } from '../../estimate/usage/asked-keys.ts';
import { usageBlocks } from '../../estimate/usage/blocks.ts';
import { usageFileText } from '../../estimate/usage/write.ts';
import { openBook } from '../../pricing/book.ts';
import { compareDefinitions } from '../check/compare.ts';
import { readUsage } from '../check/usage.ts';
import { writeReport } from '../output.ts';
import { oneSideConfig } from '../one-side-config.ts';
import { refuseErrors } from '../refuse-errors.ts';
import { openSide } from '../sides.ts';
import { newFileIn } from './place.ts';
import { writtenResources } from './written.ts';

export interface UsageInitOptions {
  readonly repository: string;
  /** Where to write, relative to the top of the repository; `-`: nowhere, the text is only given back. */
  readonly out: string;
}

export interface UsageInit {
  readonly text: string;
  /** The file that was written; null when none was. */
  readonly file: string | null;
  readonly resources: number;
  readonly keys: number;
}

/**
 * A commented usage file for the resources of the work tree: each key that their prices ask for, with its default; what the present
 * usage file says stands in it. Throws UserError when the file to write is there or does not belong to the repository, and when the
 * configuration or the present usage file has an error: what cannot be read would be lost.
 */
export async function usageInit({ repository, out }: UsageInitOptions): Promise<UsageInit> {
  const { root, tree } = openSide(repository);
  const place = out === '-' ? null : newFileIn(root, out);
  const config = oneSideConfig(root, tree);
  const catalog = openCatalog();
  const definitions = await compareDefinitions({ base: tree, head: tree, config, catalog, all: true });
  const recorded = readUsage(tree, config, catalog);
  // The file that the configuration names may be the one that is to be written.
  if (recorded.file !== null) refuseErrors(recorded.diagnostics);
  const { addresses } = recorded;
  const usage = new AskedKeys(recorded.usage);
  const blocks = usageBlocks(addresses, usage);
  const resources = [...definitions.head, ...definitions.untouched, ...blocks];
  estimateResources(resources, { book: openBook(), catalog, usage });
  const written = writtenResources(resources, addresses, usage, (type) => {
    const entry = catalog.entry(type);
    return entry === undefined ? new Map() : usageDefaults(entry);
  });
  const text = usageFileText(written);
  if (place !== null) writeReport(place.path, text, 'Give --out a path that may be written.');
  const keys = written.reduce((sum, one) => sum + one.keys.length, 0);
  return { text, file: place?.file ?? null, resources: written.length, keys };
}
