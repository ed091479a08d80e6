import { traits } from '../iac/terraform/evaluate/traits.ts';
import type { Resource } from '../model/resource.ts';
import { KnownCounter } from '../model/known-counter.ts';
import type { KnownCounts } from '../model/result.ts';
import type { Unknownness, Value } from '../model/value.ts';

/**
 * Hears of each attribute that the catalog reads; the value is undefined where none is written. What is read of another
 * resource, `of`, has a path that begins with the name that the catalog follows it by: `template:instance_type`.
 */
export type Asked = (resource: Resource, path: string, value: Value | undefined, of?: Resource) => void;

/** Counts what the catalog asks for: each attribute of a resource once, however often it is read. */
export class AskedCounter {
  readonly #counter = new KnownCounter();
  readonly #paths = new Set<string>();
  #resource: Resource | undefined;

  /** Of one resource after the other. */
  readonly note: Asked = (resource, path, value) => {
    if (resource !== this.#resource) {
      this.#resource = resource;
      this.#paths.clear();
    }
    if (this.#paths.has(path)) return;
    this.#paths.add(path);
    this.#counter.note(value && missingPart(value), value !== undefined && traits(value).assumed);
  };

  get counts(): KnownCounts {
    return this.#counter.counts;
  }
}

/** Why a value cannot be used, or not for certain; undefined when it can. Sensitive values are not used. */
export function missingPart(value: Value): Unknownness | undefined {
  if (value.sensitive === true) return { reason: 'sensitive-input-withheld' };
  if (value.kind === 'unknown') return value;
  if (!('items' in value)) return undefined;
  return value.rest ?? value.items.find((item) => item.kind === 'unknown');
}
