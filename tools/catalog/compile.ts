import type { CatalogFile, FreeType } from '../../src/estimate/catalog/entry.ts';
import { byCodePoint } from '../../src/lib/order.ts';
import { undefinedNames } from './names.ts';
import { providers, readEntries, readYaml } from './read.ts';

interface FreeFile {
  readonly groups: readonly (FreeType & { readonly types: readonly string[] })[];
}

/** The text of `catalog/catalog.json`. Throws on a name that nobody defines and on a type that stands twice. */
export function compileCatalog(): string {
  const entries = readEntries().flatMap(({ entry: { aliases = [], ...entry } }) =>
    [entry.type, ...aliases].map((type) => ({ ...entry, type })),
  );
  entries.sort((a, b) => byCodePoint(a.type, b.type));
  const problems = entries.flatMap(undefinedNames);
  const free = providers().flatMap(freeTypes);
  const types = [...entries.map((entry) => entry.type), ...free.map(([type]) => type)];
  for (const type of types.filter((type, index) => types.indexOf(type) !== index)) {
    problems.push(`${type} stands twice`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const file: CatalogFile = {
    version: 1,
    entries: Object.fromEntries(entries.map((entry) => [entry.type, entry])),
    free: Object.fromEntries(free.sort(([a], [b]) => byCodePoint(a, b))),
  };
  return `${JSON.stringify(file)}\n`;
}

function freeTypes(provider: string): [string, FreeType][] {
  const { groups } = readYaml(`${provider}/free.yaml`) as FreeFile;
  return groups.flatMap(({ reason, link, types }) =>
    types.map((type): [string, FreeType] => [type, { reason, link }]),
  );
}
