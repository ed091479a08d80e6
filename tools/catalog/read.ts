import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import type { CatalogEntry, Component, Group, Spec } from '../../src/estimate/catalog/entry.ts';
import { byCodePoint } from '../../src/lib/order.ts';

/** One worked example of an entry: it runs as a test. */
export interface Example {
  readonly title: string;
  readonly region?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly usage?: Readonly<Record<string, string | number | boolean>>;
  readonly others?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly lines: Readonly<Record<string, string>>;
  readonly monthly?: string | null;
}

/** A file of `catalog/<provider>/`, with parts put in. */
export interface EntryFile {
  readonly file: string;
  readonly entry: CatalogEntry;
  readonly examples: readonly Example[];
}

/** A file of `catalog/parts/`: components that several entries have, and the values that they need beside those of the entry. */
interface Part {
  readonly read?: Readonly<Record<string, Spec>>;
  readonly components: readonly Component[];
}

type WrittenGroup = Omit<Group, 'components'> & { components?: readonly Component[]; part?: string };
type WrittenEntry = Omit<CatalogEntry, 'groups' | 'components'> & {
  readonly components: readonly (Component | { readonly part: string })[];
  readonly groups?: readonly WrittenGroup[];
  readonly examples: readonly Example[];
};

const root = new URL('../../catalog/', import.meta.url);

/** All entries of the providers that are wanted, by type. Throws on a file that is not as its schema says. */
export function readEntries(isWanted: (provider: string) => boolean = () => true): EntryFile[] {
  const validate = validator();
  const parts = readParts();
  const files = providers()
    .filter(isWanted)
    .flatMap((provider) =>
      names(`${provider}/`)
        .filter((name) => !isFreeList(name))
        .map((name) => `${provider}/${name}`),
    );
  return files
    .map((file) => {
      const written = readYaml(file);
      if (!validate(written)) throw new Error(`${file}: ${JSON.stringify(validate.errors, null, 2)}`);
      const { examples, ...rest } = written as WrittenEntry;
      if (file !== `${rest.provider}/${rest.type}.yaml`) throw new Error(`${file} holds ${rest.type}`);
      return { file, entry: withParts(rest, parts), examples };
    })
    .sort((a, b) => byCodePoint(a.entry.type, b.entry.type));
}

/** Folders of the catalog that hold entries. */
export function providers(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((item) => item.isDirectory() && item.name !== 'parts' && item.name !== 'lists')
    .map((item) => item.name)
    .sort(byCodePoint);
}

/** Files of a provider that list types which cost nothing: `free.yaml`, and `free-<what>.yaml` where they are many. */
export function freeLists(provider: string): string[] {
  return names(`${provider}/`)
    .filter(isFreeList)
    .map((name) => `${provider}/${name}`);
}

function isFreeList(name: string): boolean {
  return name === 'free.yaml' || name.startsWith('free-');
}

/** The plain value of a YAML file of the catalog. */
export function readYaml(file: string): unknown {
  return load(readFileSync(new URL(file, root), 'utf8'));
}

/** An entry with its parts put in. A value that the entry defines itself stands before that of a part. */
function withParts(
  { components, groups, ...entry }: Omit<WrittenEntry, 'examples'>,
  parts: Parts,
): CatalogEntry {
  const ofParts = components.flatMap((item) =>
    'part' in item ? Object.entries(parts.get(item.part).read ?? {}) : [],
  );
  const read = { ...Object.fromEntries(ofParts), ...entry.read };
  return {
    ...entry,
    ...(Object.keys(read).length === 0 ? {} : { read }),
    components: components.flatMap((item) => ('part' in item ? parts.get(item.part).components : [item])),
    ...(groups === undefined ? {} : { groups: groups.map((group) => withPart(group, parts)) }),
  };
}

function withPart(group: WrittenGroup, parts: Parts): Group {
  const { part, components = [], ...rest } = group;
  if (part === undefined) return { ...rest, components };
  const { read = {}, components: inserted } = parts.get(part);
  return { ...rest, read: { ...read, ...rest.read }, components: inserted };
}

interface Parts {
  /** Throws on a name that no file has. */
  get(name: string): Part;
}

function readParts(): Parts {
  const files = new Map(
    names('parts/').map((name) => [name.replace('.yaml', ''), readYaml(`parts/${name}`) as Part]),
  );
  return {
    get(name) {
      const part = files.get(name);
      if (part === undefined) throw new Error(`there is no part ${name}`);
      return part;
    },
  };
}

function names(folder: string): string[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.yaml'))
    .sort(byCodePoint);
}

function validator() {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
  addFormats.default(ajv);
  const schema = new URL('../../schema/catalog.schema.json', import.meta.url);
  return ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
}
