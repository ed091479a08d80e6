import { resolveRef, type JsonSchema, type TypeName } from '../../src/config/yaml/json-schema.ts';

/** One row of a table of fields. */
export interface FieldRow {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly default: string;
  readonly description: string;
}

/** Whether a definition gets a table of its own, which rows then point at. */
export type HasTable = (definition: string) => boolean;

const WORDS: Readonly<Record<TypeName, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: '`true` or `false`',
  null: 'null',
  array: 'list',
  object: 'mapping',
};

/** The fields of an object schema and of the objects in it, in the order of the schema. */
export function fieldRows(schema: JsonSchema, root: JsonSchema, hasTable: HasTable, prefix = ''): FieldRow[] {
  const object = resolveRef(schema, root);
  return Object.entries(object.properties ?? {}).flatMap(([name, given]) => {
    const path = `${prefix}${name}`;
    const field = { ...resolveRef(given, root), ...given };
    const row: FieldRow = {
      path,
      type: typeText(given, root, hasTable),
      required: object.required?.includes(name) ?? false,
      default: field.default === undefined ? '' : `\`${JSON.stringify(field.default)}\``,
      description: describe(field),
    };
    return [row, ...inner(given, root, hasTable, path)];
  });
}

/** The fields within a field: of its mapping, or of the mappings in its list. */
function inner(given: JsonSchema, root: JsonSchema, hasTable: HasTable, path: string): FieldRow[] {
  if (tableOf(given, hasTable) !== undefined) return [];
  const schema = resolveRef(given, root);
  if (schema.items !== undefined) return inner(schema.items, root, hasTable, `${path}[]`);
  const branches = schema.oneOf ?? [];
  return [
    ...fieldRows(schema, root, hasTable, `${path}.`),
    ...branches.flatMap((branch) => inner(branch, root, hasTable, path)),
  ];
}

function describe(field: JsonSchema): string {
  const examples = field.examples?.map((example) => `\`${JSON.stringify(example)}\``).join(', ');
  return [field.description, examples === undefined ? undefined : `For example ${examples}.`]
    .filter(Boolean)
    .join(' ');
}

function typeText(given: JsonSchema, root: JsonSchema, hasTable: HasTable): string {
  const table = tableOf(given, hasTable);
  if (table !== undefined) return `[${table}](#${table.toLowerCase()})`;
  const schema = resolveRef(given, root);
  if (schema.oneOf !== undefined) {
    return [...new Set(schema.oneOf.map((branch) => typeText(branch, root, hasTable)))].join(' or ');
  }
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values !== undefined) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.items !== undefined) return `list of ${typeText(schema.items, root, hasTable)}`;
  if (schema.title !== undefined && schema.properties === undefined) return schema.title;
  if (schema.format === 'date') return 'date';
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return types.map((type) => WORDS[type]).join(' or ');
}

function tableOf(given: JsonSchema, hasTable: HasTable): string | undefined {
  const name = given.$ref?.slice('#/$defs/'.length);
  return name !== undefined && hasTable(name) ? name : undefined;
}
