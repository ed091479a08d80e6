import { isJsonObject } from '../../lib/json.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Value } from '../../model/value.ts';
import { withProviderMark } from '../terraform/module/instance/secret-arguments.ts';
import { partAt, recordedValue } from './value.ts';
import type { Recorded, Written } from './value.ts';

/**
 * The entries of a recorded object. Each value is made when it is asked for. What is null is absent, as an argument that
 * is not written is; so is what is unknown and nobody writes: the cloud computes it, and the catalog has a default.
 */
export class RecordedEntries implements ReadonlyMap<string, Value> {
  readonly #recorded: Recorded;
  readonly #data: JsonObject;
  #keys: readonly string[] | undefined;

  constructor(recorded: Recorded, data: JsonObject) {
    this.#recorded = recorded;
    this.#data = data;
  }

  get size(): number {
    return this.#names().length;
  }

  has(key: string): boolean {
    if (this.#recorded.hidden?.includes(key) === true) return false;
    return this.#isUnknown(key) ? this.#isWritten(key) : (this.#dataOf(key) ?? null) !== null;
  }

  get(key: string): Value | undefined {
    if (!this.has(key)) return undefined;
    const { unknown, sensitive, type, path } = this.#recorded;
    const value = recordedValue({
      data: this.#dataOf(key),
      unknown: partAt(unknown, key),
      sensitive: partAt(sensitive, key),
      written: this.#writtenIn(key),
      references: this.#recorded.written?.names.get(key),
      hint: this.#hint(key),
      path: path === '' ? key : `${path}.${key}`,
    });
    return withProviderMark(key, value, type);
  }

  keys(): MapIterator<string> {
    return this.#names().values();
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
  }

  entries(): MapIterator<[string, Value]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): MapIterator<[string, Value]> {
    for (const key of this.#names()) {
      const value = this.get(key);
      if (value !== undefined) yield [key, value];
    }
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  #names(): readonly string[] {
    if (this.#keys !== undefined) return this.#keys;
    const { unknown } = this.#recorded;
    const names = new Set(Object.keys(this.#data));
    if (isJsonObject(unknown)) for (const key of Object.keys(unknown)) names.add(key);
    this.#keys = [...names].filter((key) => this.has(key));
    return this.#keys;
  }

  #dataOf(key: string): Recorded['data'] {
    return Object.hasOwn(this.#data, key) ? this.#data[key] : undefined;
  }

  #isUnknown(key: string): boolean {
    return partAt(this.#recorded.unknown, key) === true;
  }

  /** Whether something that is unknown is written, as far as one can tell. */
  #isWritten(key: string): boolean {
    const { written, hint } = this.#recorded;
    if (this.#hint(key) !== undefined || written?.names.has(key) === true) return true;
    return written === undefined && !(hint?.kind === 'object' && hint.rest === undefined);
  }

  /** What is written in the blocks under a key; undefined when one cannot tell, as of a dynamic block. */
  #writtenIn(key: string): Written | undefined {
    const block = this.#recorded.written?.blocks.get(key);
    const data = this.#dataOf(key);
    return Array.isArray(data) && data.length !== block?.count ? undefined : block?.written;
  }

  #hint(key: string): Value | undefined {
    const { hint } = this.#recorded;
    return hint?.kind === 'object' || hint?.kind === 'map' ? hint.entries.get(key) : undefined;
  }
}
