import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONFIG } from '../../config/defaults.ts';
import { loadConfig } from '../../config/load.ts';
import { openCatalog } from '../../estimate/catalog/catalog.ts';
import { usageDefaults } from '../../estimate/catalog/usage-defaults.ts';
import { estimateResources } from '../../estimate/estimate-all.ts';
import { addressForm } from '../../estimate/usage/address.ts';
import { AskedKeys } from '../../estimate/usage/asked-keys.ts';
import { usageFileText, type WrittenResource } from '../../estimate/usage/write.ts';
import { UserError } from '../../lib/errors.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Resource } from '../../model/resource.ts';
import { openBook } from '../../pricing/book.ts';
import { compareDefinitions } from '../check/compare.ts';
import { readUsage } from '../check/usage.ts';
import { writeReport } from '../output.ts';
import { openSide } from '../sides.ts';

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
 * usage file says stands in it. Throws UserError when the file to write is there.
 */
export async function usageInit({ repository, out }: UsageInitOptions): Promise<UsageInit> {
  const { root, tree } = openSide(repository);
  const { config } = loadConfig(tree);
  const path = join(root, out);
  if (out !== '-' && existsSync(path)) {
    throw new UserError(`${out} exists.`, {
      hint: 'Print what would be written with --out -, or name another file: figures that are recorded stand in it.',
    });
  }
  const catalog = openCatalog();
  const settings = config.file === null ? DEFAULT_CONFIG : config;
  const definitions = await compareDefinitions({
    base: tree,
    head: tree,
    config: settings,
    catalog,
    all: true,
  });
  const resources = [...definitions.head, ...definitions.untouched];
  const usage = new AskedKeys(readUsage(tree, settings, catalog).usage);
  estimateResources(resources, { book: openBook(), catalog, usage });
  const written = writtenResources(resources, usage, (type) => {
    const entry = catalog.entry(type);
    return entry === undefined ? new Map() : usageDefaults(entry);
  });
  const text = usageFileText(written);
  if (out !== '-') writeReport(path, text, 'Give --out a path that may be written.');
  const keys = written.reduce((sum, one) => sum + one.keys.length, 0);
  return { text, file: out === '-' ? null : out, resources: written.length, keys };
}

/** Instances of one block as one entry with `[*]`, sorted by address. */
function writtenResources(
  resources: readonly Resource[],
  usage: AskedKeys,
  defaults: (type: string) => ReturnType<typeof usageDefaults>,
): WrittenResource[] {
  const forms = new Map<string, Resource[]>();
  for (const resource of resources) {
    const { form } = addressForm(resource.address);
    forms.set(form, [...(forms.get(form) ?? []), resource]);
  }
  return [...forms]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([form, instances]): WrittenResource[] => {
      const entries = instances.map((one) => writtenResource(one, usage, defaults(one.type)));
      const [first] = entries;
      if (first === undefined) return [];
      const isAlike = entries.every(({ keys }) => JSON.stringify(keys) === JSON.stringify(first.keys));
      const all = isAlike ? [{ ...first, address: instances.length === 1 ? first.address : form }] : entries;
      return all.filter(({ keys }) => keys.length > 0);
    });
}

function writtenResource(
  { address, type }: Resource,
  usage: AskedKeys,
  defaults: ReturnType<typeof usageDefaults>,
): WrittenResource {
  const said = usage.of(address, type);
  const keys = [...(usage.keys.get(address) ?? [])].map((key) => ({
    key,
    said: said.get(key),
    fallback: defaults.get(key) ?? null,
  }));
  return { address, keys };
}
