import type { Resource } from '../../model/resource.ts';
import type { UnknownValue, Value } from '../../model/value.ts';
import type { Spec } from '../catalog/entry.ts';
import type { UsageValue } from '../usage/usage.ts';
import type { Strangers } from './strangers.ts';
import { type Reading, unknownReading } from './reading.ts';

/** A resource that the entry follows: there, not named at all, or named but not known. */
export type Followed =
  | { readonly kind: 'resource'; readonly resource: Resource }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly reason: string; readonly value?: UnknownValue };

/** Where the specs of a catalog entry read: a block, followed resources, usage, and values by name. */
export interface Scope {
  readonly block: Value;
  readonly followed: ReadonlyMap<string, Followed>;
  usage(key: string): UsageValue | undefined;
  /** Hears of texts that the entry does not know. */
  readonly strangers?: Strangers;
  /** Hears of each attribute that is read, by its path from the resource, or from `of` after the name of what is followed. */
  readonly asked?: ((path: string, value: Value | undefined, of?: Resource) => void) | undefined;
  /** The value of a name; read once. */
  value(name: string): Reading;
}

/**
 * A scope over a block. Names that it does not define are those of `outer`; a name of its own may read the
 * outer one. Throws on a name that nobody defines: the catalog is checked for that when it is compiled.
 */
export function makeScope(
  given: Pick<Scope, 'block' | 'followed' | 'usage' | 'asked' | 'strangers'>,
  read: Readonly<Record<string, Spec>>,
  evaluate: (spec: Spec, scope: Scope) => Reading,
  outer?: Scope,
): Scope {
  const known = new Map<string, Reading>();
  const scope: Scope = {
    ...given,
    value(name) {
      const reading = known.get(name);
      if (reading !== undefined) return reading;
      if (!Object.hasOwn(read, name)) {
        if (outer === undefined) throw new Error(`catalog: nothing is called ${name}`);
        return outer.value(name);
      }
      known.set(name, unknownReading(`${name} depends on itself`));
      const result = evaluate(read[name] ?? '', scope);
      known.set(name, result);
      return result;
    },
  };
  return scope;
}
