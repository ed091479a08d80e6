import type { CatalogEntry, CatalogFile } from './entry.ts';

/** A compiled catalog of which an entry is read when it is first asked for: a run needs a few of many. */
export interface OpenedCatalog extends Omit<CatalogFile, 'entries'> {
  /** Types that have an entry, sorted. */
  readonly types: readonly string[];
  entry(type: string): CatalogEntry | undefined;
}

/** What stands between the rest and the entries, each of which has a line of its own. */
const ENTRIES = ',\n"entries":{\n';

/** The text of a compiled catalog: JSON with each entry in a line of its own, at the end. */
export function catalogText({ entries, ...rest }: CatalogFile): string {
  const lines = Object.entries(entries).map(
    ([type, entry]) => `${JSON.stringify(type)}:${JSON.stringify(entry)}`,
  );
  return `${JSON.stringify(rest).slice(0, -1)}${ENTRIES}${lines.join(',\n')}\n}}\n`;
}

/** Opens such a text. Throws on any other. */
export function openCatalogText(text: string): OpenedCatalog {
  const start = text.indexOf(ENTRIES);
  if (start === -1) throw new Error('The catalog is not as it was compiled.');
  const rest = JSON.parse(`${text.slice(0, start)}}`) as Omit<CatalogFile, 'entries'>;
  const lines = text.slice(start + ENTRIES.length).split('\n');
  const bodies = new Map(lines.flatMap((line) => bodyOf(line) ?? []));
  const known = new Map<string, CatalogEntry>();
  return {
    ...rest,
    types: [...bodies.keys()],
    entry(type) {
      const found = known.get(type);
      if (found !== undefined) return found;
      const body = bodies.get(type);
      if (body === undefined) return undefined;
      const entry = JSON.parse(body) as CatalogEntry;
      known.set(type, entry);
      return entry;
    },
  };
}

/** `"aws_vpc":{…},` as type and text. */
function bodyOf(line: string): [[string, string]] | undefined {
  const colon = line.indexOf('":');
  if (!line.startsWith('"') || colon === -1) return undefined;
  return [[line.slice(1, colon), line.slice(colon + 2, line.endsWith(',') ? -1 : undefined)]];
}
