import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import type { CatalogEntry, Component, Group } from '../../src/estimate/catalog/entry.ts';
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

type WrittenGroup = Omit<Group, 'components'> & { components?: readonly Component[]; part?: string };
type WrittenEntry = Omit<CatalogEntry, 'groups'> & {
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
        .filter((name) => name !== 'free.yaml')
        .map((name) => `${provider}/${name}`),
    );
  return files
    .map((file) => {
      const written = readYaml(file);
      if (!validate(written)) throw new Error(`${file}: ${JSON.stringify(validate.errors, null, 2)}`);
      const { examples, groups, ...rest } = written as WrittenEntry;
      if (file !== `${rest.provider}/${rest.type}.yaml`) throw new Error(`${file} holds ${rest.type}`);
      const entry =
        groups === undefined ? rest : { ...rest, groups: groups.map((group) => withPart(group, parts)) };
      return { file, entry, examples };
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

/** The plain value of a YAML file of the catalog. */
export function readYaml(file: string): unknown {
  return load(readFileSync(new URL(file, root), 'utf8'));
}

function withPart(group: WrittenGroup, parts: ReadonlyMap<string, readonly Component[]>): Group {
  const { part, components, ...rest } = group;
  const inserted = part === undefined ? components : parts.get(part);
  if (inserted === undefined) throw new Error(`group ${group.id}: there is no part ${part ?? ''}`);
  return { ...rest, components: inserted };
}

function readParts(): Map<string, readonly Component[]> {
  return new Map(
    names('parts/').map((name) => {
      const { components } = readYaml(`parts/${name}`) as { components: readonly Component[] };
      return [name.replace('.yaml', ''), components];
    }),
  );
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
