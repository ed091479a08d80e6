import { isJsonObject, listMember, member, textMember } from '../../lib/json.ts';
import type { Json, JsonObject } from '../../lib/json.ts';

/** Those attributes of an object that are kept. */
export function keptOf(attributes: Json | undefined, keep: ReadonlySet<string>): JsonObject {
  if (!isJsonObject(attributes)) return {};
  return Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => keep.has(name) && value !== null),
  );
}

/** Steps of a path that are followed; all from there on is secret. */
const MAX_STEPS = 32;

/**
 * The secrets of an instance in the shape of its attributes, from the paths of `sensitive_attributes`. A path with a step that
 * is no name marks all from there on: without any name before it, all attributes.
 */
export function sensitiveShape(paths: Json | undefined): Json {
  if (paths === undefined || paths === null) return {};
  if (!Array.isArray(paths)) return true;
  const shape: Record<string, Json> = {};
  for (const path of paths as readonly Json[]) {
    const steps = namesOf(path);
    if (steps.length === 0) return true;
    mark(shape, steps);
  }
  return shape;
}

/** The names that a path begins with. */
function namesOf(path: Json): readonly string[] {
  if (!Array.isArray(path)) return [];
  const names = (path as readonly Json[])
    .slice(0, MAX_STEPS)
    .map((step) =>
      textMember(step, 'type') === 'get_attr'
        ? textMember(step, 'value')
        : textMember(member(step, 'value'), 'value'),
    );
  const end = names.indexOf(undefined);
  return (end === -1 ? names : names.slice(0, end)).filter((name) => name !== undefined);
}

function mark(shape: Record<string, Json>, [step = '', ...others]: readonly string[]): void {
  const known = Object.hasOwn(shape, step) ? shape[step] : undefined;
  if (known === true) return;
  const inner: Record<string, Json> = isJsonObject(known) ? { ...known } : {};
  if (others.length > 0) mark(inner, others);
  const value = others.length === 0 ? true : inner;
  Object.defineProperty(shape, step, { value, enumerable: true, configurable: true });
}

/**
 * The provider of an object: `provider["registry.terraform.io/hashicorp/aws"].eu`, `module.m.provider["…"]`, or in JSON for
 * others to read `registry.terraform.io/hashicorp/aws`.
 */
export function providerOf(written: string | undefined, type: string): { name: string; alias?: string } {
  const [, source = written ?? '', alias] = /provider\["([^"]+)"\](?:\.([\w-]+))?/.exec(written ?? '') ?? [];
  const name = source.slice(source.lastIndexOf('/') + 1) || (type.split('_')[0] ?? type);
  return { name, ...(alias === undefined ? {} : { alias }) };
}

/** `[0]`, `["x"]`, or nothing. */
export function keyText(key: Json | undefined): string {
  if (typeof key === 'number') return `[${key}]`;
  return typeof key === 'string' ? `[${JSON.stringify(key)}]` : '';
}

/** The items of a list of objects under a key. */
export function objectsIn(value: Json | undefined, key: string): readonly JsonObject[] {
  return listMember(value, key).filter((item) => isJsonObject(item));
}
