import type { Condition, Scalar, Spec } from './entry.ts';

/** Values by name: `read` of an entry, with that of a group where it stands in one. */
export type Specs = Readonly<Record<string, Spec>>;

/** The texts that a value can be as the catalog names them, or any text; `any` when it may also be left open. */
export interface Values {
  readonly texts: ReadonlySet<string>;
  readonly free: boolean;
  readonly any: boolean;
}

/** The texts that a condition wants of a value; undefined when it says nothing of it. */
export function textsOf(wanted: Condition[string] | undefined): ReadonlySet<string> | undefined {
  if (wanted === undefined) return undefined;
  const list = (Array.isArray(wanted) ? wanted : [wanted]) as readonly (Scalar | null)[];
  return new Set(list.flatMap((text) => (text === null ? [] : [String(text)])));
}

const FREE: Values = { texts: new Set(), free: true, any: false };

/** What a spec can give. */
export function valuesOf(spec: Spec, read: Specs, seen: ReadonlySet<string> = new Set()): Values {
  if (typeof spec === 'number') return one(spec);
  if (typeof spec === 'string') {
    const named = Object.hasOwn(read, spec) && !seen.has(spec) ? read[spec] : undefined;
    return named === undefined ? FREE : valuesOf(named, read, new Set([...seen, spec]));
  }
  const stands = [spec.default, spec.assume, ...(spec.known ?? [])].flatMap((text) =>
    text === undefined ? [] : [String(text)],
  );
  const found = sourceValues(spec, read, seen);
  return {
    texts: new Set([...found.texts, ...stands]),
    free: found.free,
    any: found.any || spec.any === true,
  };
}

function sourceValues(spec: Exclude<Spec, string | number>, read: Specs, seen: ReadonlySet<string>): Values {
  const last = spec.upTo ?? spec.map;
  if (last !== undefined) {
    const texts = Object.values(last).flatMap((text) => (text === null ? [] : [String(text)]));
    return { texts: new Set(texts), free: false, any: false };
  }
  if (spec.pick !== undefined) return FREE;
  if (spec.value !== undefined) return one(spec.value);
  if (spec.follows !== undefined) return one('yes');
  if (spec.first === undefined) return FREE;
  const all = spec.first.map((inner) => valuesOf(inner, read, seen));
  return {
    texts: new Set(all.flatMap(({ texts }) => [...texts])),
    free: all.some(({ free }) => free),
    any: all.some(({ any }) => any),
  };
}

function one(text: Scalar): Values {
  return { texts: new Set([String(text)]), free: false, any: false };
}
