/**
 * The part of JSON Schema 2020-12 that the product's own schemas use. A general validator compiles
 * them for a tenth of a second at each start; this part is checked directly on the nodes, which also
 * keeps their places and the digits of numbers.
 */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  /** Only into `$defs` of the same file. */
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean | null;
  /** Holds for the digits of a number too, where a number is allowed. */
  readonly pattern?: string;
  /** What editors and we say when the pattern does not match: "must be ...". */
  readonly patternErrorMessage?: string;
  readonly format?: 'date' | 'date-time';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  /** Branches that differ in their type, or in a property with a `const`. */
  readonly oneOf?: readonly JsonSchema[];
}

export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** Follows `$ref` into `$defs`; what stands beside it is only description. Throws when the schema itself is wrong. */
export function resolveRef(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let at = schema;
  for (let hops = 0; at.$ref !== undefined; hops++) {
    const name = at.$ref.startsWith('#/$defs/') ? at.$ref.slice('#/$defs/'.length) : '';
    const target = root.$defs?.[name];
    if (target === undefined || hops > 8)
      throw new Error(`The schema refers to ${at.$ref}, which it does not define.`);
    at = target;
  }
  return at;
}
