import type { CatalogEntry, CatalogFile, FreeType } from './entry.ts';

/** A compiled catalog of which an entry is read when it is first asked for: a run needs a few of many. */
export interface OpenedCatalog {
  /** Types that have an entry, and those that are known to be free, each sorted. */
  readonly types: { readonly priced: readonly string[]; readonly free: readonly string[] };
  entry(type: string): CatalogEntry | undefined;
  free(type: string): FreeType | undefined;
  attributes(type: string): readonly string[];
}

/** What stands before the entries: a few reasons hold for thousands of free types. */
interface Head {
  readonly version: 1;
  readonly reasons: readonly FreeType[];
  /** Index into `reasons`. */
  readonly free: Readonly<Record<string, number>>;
  readonly attributes: CatalogFile['attributes'];
}

/** What stands between the head and the entries, each of which has a line of its own. */
const ENTRIES = ',\n"entries":{\n';

/** The text of a compiled catalog: JSON with each entry in a line of its own, at the end. */
export function catalogText({ entries, free, attributes }: CatalogFile): string {
  const reasons = new Map<string, number>();
  const indexes = Object.entries(free).map(([type, { reason, link }]): [string, number] => {
    const text = JSON.stringify({ reason, link });
    const index = reasons.get(text) ?? reasons.size;
    reasons.set(text, index);
    return [type, index];
  });
  const head: Head = {
    version: 1,
    reasons: [...reasons.keys()].map((text) => JSON.parse(text) as FreeType),
    free: Object.fromEntries(indexes),
    attributes,
  };
  const lines = Object.entries(entries).map(
    ([type, entry]) => `${JSON.stringify(type)}:${JSON.stringify(entry)}`,
  );
  return `${JSON.stringify(head).slice(0, -1)}${ENTRIES}${lines.join(',\n')}\n}}\n`;
}

/** Opens such a text. Throws on any other. */
export function openCatalogText(text: string): OpenedCatalog {
  const start = text.indexOf(ENTRIES);
  if (start === -1) throw new Error('The catalog is not as it was compiled.');
  const head = JSON.parse(`${text.slice(0, start)}}`) as Head;
  const free = new Map(Object.entries(head.free));
  const attributes = new Map(Object.entries(head.attributes));
  const lines = text.slice(start + ENTRIES.length).split('\n');
  const bodies = new Map(lines.flatMap((line) => bodyOf(line) ?? []));
  const known = new Map<string, CatalogEntry>();
  return {
    types: { priced: [...bodies.keys()], free: [...free.keys()] },
    entry(type) {
      const found = known.get(type);
      if (found !== undefined) return found;
      const body = bodies.get(type);
      if (body === undefined) return undefined;
      const entry = JSON.parse(body) as CatalogEntry;
      known.set(type, entry);
      return entry;
    },
    free: (type) => head.reasons[free.get(type) ?? -1],
    attributes: (type) => attributes.get(type) ?? [],
  };
}

/** All of such a text at once. Throws on any other. */
export function readCatalogText(text: string): Omit<CatalogFile, 'attributes'> {
  const opened = openCatalogText(text);
  const all = <T>(names: readonly string[], of: (type: string) => T | undefined): Record<string, T> =>
    Object.fromEntries(names.flatMap((type) => [[type, of(type)]] as [string, T][]));
  return {
    entries: all(opened.types.priced, (type) => opened.entry(type)),
    free: all(opened.types.free, (type) => opened.free(type)),
  };
}

/** `"aws_vpc":{…},` as type and text. */
function bodyOf(line: string): [[string, string]] | undefined {
  const colon = line.indexOf('":');
  if (!line.startsWith('"') || colon === -1) return undefined;
  return [[line.slice(1, colon), line.slice(colon + 2, line.endsWith(',') ? -1 : undefined)]];
}
