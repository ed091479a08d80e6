import { type Plain, resourceOf, unknownValue, valueOf } from '../../src/estimate/test-support/resource.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Value } from '../../src/model/value.ts';

/** A resource of an example. Its attributes are plain data; a text `${…}` is a value that is not known. */
export function exampleResource(
  address: string,
  attributes: Readonly<Record<string, unknown>>,
  region: string,
): Resource {
  const filled = fill(attributes) as { readonly [key: string]: Plain };
  const where = fill(region);
  const value: Value = typeof where === 'string' ? valueOf(where) : (where as Value);
  return resourceOf(address, filled, { region: value });
}

/** `${aws_x.y.id}` is a reference that is known after apply, `${data.…}` comes from a data source. */
function fill(plain: unknown): Plain {
  if (Array.isArray(plain)) return plain.map(fill);
  if (typeof plain === 'object' && plain !== null) {
    return Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, fill(value)]));
  }
  if (typeof plain !== 'string' || !plain.startsWith('${')) return plain as Plain;
  const detail = plain.slice(2, -1);
  if (detail.startsWith('data.')) return unknownValue({ detail });
  const dot = detail.lastIndexOf('.');
  const reference = { address: detail.slice(0, dot), attribute: detail.slice(dot + 1) };
  return unknownValue({ reason: 'computed-attribute', detail, reference });
}
