import type { Unknownness, Value } from '../../../../model/value.ts';
import { number, object, text, unknown } from '../../evaluate/make.ts';

/** One instance of a repeated block. */
export interface InstanceKey {
  /** As in the address: `""`, `[0]`, `["key"]`; `[*]` stands for an unknown number of instances. */
  readonly suffix: string;
  /** Not certain that it exists. */
  readonly doubt?: Unknownness;
  /** What `count` or `each` mean in the block. */
  readonly bindings: ReadonlyMap<string, Value>;
}

/** How often a block stands for something. `rest`: more instances are possible. */
export interface Expansion {
  readonly mode: 'single' | 'count' | 'each';
  readonly keys: readonly InstanceKey[];
  readonly rest?: Unknownness;
  /** What the number of instances assumes. */
  readonly assumed?: readonly string[];
  /** The argument that decides the instances; left out where none is written. */
  readonly by?: { readonly name: string; readonly value: Value };
}

const NO_BINDINGS: ReadonlyMap<string, Value> = new Map();

/** The one instance of a block without repetition. */
export const SINGLE: Expansion = { mode: 'single', keys: [{ suffix: '', bindings: NO_BINDINGS }] };

/** The instance of `count` with an index. */
export function countKey(index: number): InstanceKey {
  return { suffix: `[${index}]`, bindings: new Map([['count', object({ index: number(index) })]]) };
}

/** The instance of `for_each` with a key; `doubt` when the key may be missing. */
export function eachKey(key: string, value: Value, doubt?: Unknownness): InstanceKey {
  return {
    suffix: `[${JSON.stringify(key)}]`,
    bindings: new Map([['each', object({ key: text(key, value.origin), value })]]),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** Known keys, and `[*]` for those that are not. */
export function openExpansion(
  mode: 'count' | 'each',
  keys: readonly InstanceKey[],
  rest: Unknownness,
): Expansion {
  const part = unknown('unknown-repetition', rest.detail === undefined ? {} : { detail: rest.detail });
  const any: Value = mode === 'count' ? object({ index: part }) : object({ key: part, value: part });
  return {
    mode,
    keys: [...keys, { suffix: '[*]', doubt: rest, bindings: new Map([[mode, any]]) }],
    rest,
  };
}
