import type { CatalogFile, FreeType } from '../../src/estimate/catalog/entry.ts';
import { attributesRead } from '../../src/estimate/catalog/attributes.ts';
import { catalogText } from '../../src/estimate/catalog/file.ts';
import { byCodePoint } from '../../src/lib/order.ts';
import { undefinedNames } from './names.ts';
import { freeLists, providers, readEntries, readYaml } from './read.ts';

interface FreeFile {
  readonly groups: readonly (FreeType & { readonly types: readonly string[] })[];
}

/**
 * The text of `catalog/catalog.json`. Throws on a name that nobody defines and on a type that stands twice. With `only`, the types
 * of other providers are taken from `before`.
 */
export function compileCatalog(only?: string, before?: Pick<CatalogFile, 'entries' | 'free'>): string {
  const isWanted = (provider: string): boolean => only === undefined || provider === only;
  const entries = readEntries(isWanted).flatMap(({ entry: { aliases = [], ...entry } }) =>
    [entry.type, ...aliases].map((type) => ({ ...entry, type })),
  );
  const problems = entries.flatMap(undefinedNames);
  const free = providers().filter(isWanted).flatMap(freeTypes);
  if (before !== undefined) {
    entries.push(...Object.values(before.entries).filter(({ provider }) => !isWanted(provider)));
    const own = new Set(
      Object.entries(prefixes).flatMap(([name, prefix]) => (isWanted(name) ? [prefix] : [])),
    );
    free.push(...Object.entries(before.free).filter(([type]) => !own.has(type.slice(0, type.indexOf('_')))));
  }
  entries.sort((a, b) => byCodePoint(a.type, b.type));
  const types = [...entries.map((entry) => entry.type), ...free.map(([type]) => type)];
  for (const type of types.filter((type, index) => types.indexOf(type) !== index)) {
    problems.push(`${type} stands twice`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const byType = Object.fromEntries(entries.map((entry) => [entry.type, entry]));
  return catalogText({
    entries: byType,
    free: Object.fromEntries(free.sort(([a], [b]) => byCodePoint(a, b))),
    attributes: attributesRead(byType),
  });
}

/** What the types of a provider begin with. */
const prefixes: Readonly<Record<string, string>> = { aws: 'aws', azure: 'azurerm', google: 'google' };

function freeTypes(provider: string): [string, FreeType][] {
  const groups = freeLists(provider).flatMap((file) => (readYaml(file) as FreeFile).groups);
  return groups.flatMap(({ reason, link, types }) =>
    types.map((type): [string, FreeType] => [type, { reason, link }]),
  );
}
