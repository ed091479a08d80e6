import { isJsonObject, listMember, member, textMember } from '../../lib/json.ts';
import type { Json, JsonObject } from '../../lib/json.ts';

/** Those attributes of an object that are kept. */
export function keptOf(attributes: Json | undefined, keep: ReadonlySet<string>): JsonObject {
  if (!isJsonObject(attributes)) return {};
  return Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => keep.has(name) && value !== null),
  );
}

/**
 * The secrets of an instance in the shape of its attributes, from the paths of `sensitive_attributes`. A path with a step that
 * is no name marks all from there on.
 */
export function sensitiveShape(paths: readonly Json[]): Json {
  const shape: Record<string, Json> = {};
  for (const path of paths) {
    if (!Array.isArray(path)) continue;
    const steps = (path as readonly Json[]).map((step) =>
      textMember(step, 'type') === 'get_attr'
        ? textMember(step, 'value')
        : textMember(member(step, 'value'), 'value'),
    );
    mark(shape, steps);
  }
  return shape;
}

function mark(shape: Record<string, Json>, [step, ...others]: readonly (string | undefined)[]): void {
  if (step === undefined || (Object.hasOwn(shape, step) && shape[step] === true)) return;
  if (others.length === 0 || others[0] === undefined) {
    Object.defineProperty(shape, step, { value: true, enumerable: true, configurable: true });
    return;
  }
  const known = Object.hasOwn(shape, step) ? shape[step] : undefined;
  const inner: Record<string, Json> = isJsonObject(known) ? { ...known } : {};
  mark(inner, others);
  Object.defineProperty(shape, step, { value: inner, enumerable: true, configurable: true });
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
