import { byCodePoint } from '../../src/lib/order.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

/** Keywords that say nothing about what is valid. */
const prose = new Set([
  'description',
  'example',
  'examples',
  'externalDocs',
  'summary',
  'tags',
  'deprecated',
]);

/** Under these the keys are names that someone chose, not keywords. */
const nameMaps = new Set(['properties', 'schemas', 'parameters', 'responses', 'headers', 'paths']);

/**
 * The part of an OpenAPI description that the given operations need: their paths and everything they refer to,
 * without prose. Keys are sorted, so that the same description gives the same bytes.
 * Throws when an operation is not in the description.
 */
export function sliceOpenApi(description: JsonObject, operations: readonly string[]): JsonObject {
  const paths = pickOperations(object(description['paths']), operations);
  const components: Record<string, Record<string, Json>> = {};
  const waiting = references(paths);
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    const [group, name] = componentOf(reference);
    const chosen = (components[group] ??= {});
    if (chosen[name] !== undefined) continue;
    const target = object(object(description['components'])[group])[name];
    if (target === undefined) throw new Error(`The description has no ${reference}.`);
    const plain = withoutProse(target, false);
    chosen[name] = plain;
    waiting.push(...references(plain));
  }
  const { title, version, license } = object(description['info']);
  return sorted({
    openapi: description['openapi'] ?? '',
    info: { title: title ?? '', version: version ?? '', license: license ?? {} },
    paths,
    components,
  }) as JsonObject;
}

function pickOperations(paths: JsonObject, operations: readonly string[]): JsonObject {
  const picked: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const [method = '', path = ''] = operation.split(' ');
    const found = object(paths[path])[method];
    if (found === undefined) throw new Error(`The description has no operation ${operation}.`);
    (picked[path] ??= {})[method] = withoutProse(found, false);
  }
  return picked;
}

function withoutProse(value: Json, keysAreNames: boolean): Json {
  if (isList(value)) return value.map((item) => withoutProse(item, false));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key]) => keysAreNames || (!prose.has(key) && !key.startsWith('x-')),
  );
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutProse(item, !keysAreNames && nameMaps.has(key))]),
  );
}

function references(value: Json): string[] {
  if (isList(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  const own = typeof value['$ref'] === 'string' ? [value['$ref']] : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

function componentOf(reference: string): [string, string] {
  const match = /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference);
  if (match?.[1] === undefined || match[2] === undefined) throw new Error(`Not a component: ${reference}`);
  return [match[1], match[2]];
}

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function object(value: Json | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}
