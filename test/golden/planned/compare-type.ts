import type { Type } from '../../../src/model/value.ts';

/**
 * Whether a type is the one that a plan writes (cty, "JSON serialization of types"). What is `any` here, such as the type
 * of a null, is as good as every type.
 */
export function isPlannedType(planned: unknown, ours: Type): boolean {
  if (ours === 'any' || planned === 'dynamic') return true;
  if (typeof ours === 'string') return ours === planned;
  if (!Array.isArray(planned)) return false;
  const [kind, inner] = planned as unknown[];
  if ('list' in ours) return kind === 'list' && isPlannedType(inner, ours.list);
  if ('set' in ours) return kind === 'set' && isPlannedType(inner, ours.set);
  if ('map' in ours) return kind === 'map' && isPlannedType(inner, ours.map);
  if ('tuple' in ours) return kind === 'tuple' && areTypes(inner as readonly unknown[], ours.tuple);
  const attributes = inner as Readonly<Record<string, unknown>>;
  const names = Object.keys(attributes);
  return (
    kind === 'object' &&
    names.length === ours.object.size &&
    names.every((name) => {
      const attribute = ours.object.get(name);
      return attribute !== undefined && isPlannedType(attributes[name], attribute.type);
    })
  );
}

function areTypes(planned: readonly unknown[], ours: readonly Type[]): boolean {
  return planned.length === ours.length && ours.every((type, index) => isPlannedType(planned[index], type));
}
