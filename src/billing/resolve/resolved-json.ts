import { publishedSchema } from '../../config/schemas.ts';
import { resolveRef, type JsonSchema } from '../../config/yaml/json-schema.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { isInstant } from '../../lib/calendar.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { BillingKind } from '../document.ts';
import { itemKey, plainNumber } from '../item-key.ts';

/** Kinds that have snapshots. */
export type SnapshotKind = Extract<BillingKind, 'BillingProfile' | 'RateCard' | 'TaxTable'>;

/** Lists in which the place of an item says nothing: they are sorted by what tells their items apart. */
const UNORDERED = new Set([
  'skus',
  'discounts',
  'commitments',
  'allocation',
  'shares',
  'revenueShare',
  'rows',
  'alertAt',
]);

/**
 * The content of a resolved document in its canonical form: decimals without trailing zeros, unordered lists sorted, and
 * without what a snapshot leaves out, which is every key that its schema does not have.
 */
export function resolvedJson(root: DocumentNode, kind: SnapshotKind): JsonObject {
  const schema = publishedSchema('billing-snapshot');
  const of = schema.$defs?.[kind] ?? {};
  return mapping(root, of, schema);
}

function mapping(node: DocumentNode, schema: JsonSchema, root: JsonSchema): JsonObject {
  const { properties = {}, additionalProperties: others } = schema;
  const entries = node.kind === 'mapping' ? node.entries : [];
  return Object.fromEntries(
    entries.flatMap(({ key, value }) => {
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const of = known ?? (typeof others === 'object' ? others : undefined);
      return of === undefined ? [] : [[key, valueOf(value, of, root, key)] as const];
    }),
  );
}

function valueOf(node: DocumentNode, given: JsonSchema, root: JsonSchema, key: string): Json {
  const schema = branchOf(node, resolveRef(given, root), root);
  if (node.kind === 'mapping') return mapping(node, schema, root);
  if (node.kind === 'scalar')
    return typeof node.value === 'string' ? canonicalText(node.value, schema) : node.value;
  const items = UNORDERED.has(key) ? sorted(key, node.items) : node.items;
  return items.map((item) => valueOf(item, schema.items ?? {}, root, ''));
}

function sorted(name: string, items: readonly DocumentNode[]): readonly DocumentNode[] {
  return items
    .map((item) => ({ item, key: itemKey(name, item) }))
    .sort((a, b) => byCodePoint(a.key, b.key))
    .map(({ item }) => item);
}

/** Of `oneOf` the branch that the node was written for. */
function branchOf(node: DocumentNode, schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.oneOf === undefined) return schema;
  const branches = schema.oneOf.map((branch) => resolveRef(branch, root));
  return branches.find((branch) => isMeant(node, branch)) ?? {};
}

function isMeant(node: DocumentNode, branch: JsonSchema): boolean {
  if (node.kind === 'scalar') return (node.value === null) === (branch.type === 'null');
  if (node.kind === 'sequence') return branch.type === 'array';
  return Object.entries(branch.properties ?? {}).every(([name, property]) => {
    const value = node.entries.find(({ key }) => key === name)?.value;
    return property.const === undefined || (value?.kind === 'scalar' && value.value === property.const);
  });
}

function canonicalText(text: string, schema: JsonSchema): string {
  if (schema.title === 'decimal in quotes') return plainNumber(text);
  return schema.title === 'instant' && isInstant(text)
    ? text.replace(/\.0+Z$|(\.\d*[1-9])0+Z$/, '$1Z')
    : text;
}
