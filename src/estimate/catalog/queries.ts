import type { CatalogEntry, Component, Condition } from './entry.ts';
import { type Specs, textsOf, type Values, valuesOf } from './values.ts';

/** What a component can ask of the price book: a key whose values are filled in as far as the catalog names them. */
export interface PriceKey {
  /** Id of the component, behind that of its group. */
  readonly component: string;
  readonly service: string;
  /** Where the price stands when that is not the resource's region. */
  readonly region?: string;
  readonly unit: string;
  /** With `*` for a value that the definition gives, such as an instance type. */
  readonly key: string;
  /** Parts between `|` that the definition may leave open: then several keys can answer. */
  readonly open: readonly number[];
  /** A definition without it costs nothing for it. */
  readonly optional: boolean;
}

/** More combinations of one key than this are asked with their values left free. */
const MOST_KEYS = 500;

/** Every key that an entry can ask for. */
export function priceKeys(entry: CatalogEntry): PriceKey[] {
  const outer = entry.read ?? {};
  const groups = (entry.groups ?? []).flatMap((group) => {
    const read = { ...outer, ...group.read };
    return group.components.flatMap((component) =>
      keysOf(component, `${group.id}.${component.id}`, read, entry, [group, component]),
    );
  });
  const own = entry.components.flatMap((component) =>
    keysOf(component, component.id, outer, entry, [component]),
  );
  return [...own, ...groups];
}

function keysOf(
  { price, service, region, unit, optional }: Component,
  component: string,
  read: Specs,
  entry: CatalogEntry,
  limits: readonly { readonly when?: Condition; readonly unless?: Condition }[],
): PriceKey[] {
  if (price === undefined) return [];
  const names = [...new Set([...price.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))];
  const values = names.map((name): [string, Values] => [name, limited(name, valuesOf(name, read), limits)]);
  const common = {
    component,
    service: service ?? entry.service,
    ...(region === undefined ? {} : { region }),
    unit,
    optional: optional === true,
    open: openParts(price, new Set(values.flatMap(([name, { any }]) => (any ? [name] : [])))),
  };
  return fillings(values).map((filling) => ({ ...common, key: filled(price, filling) }));
}

/** Every combination of texts; null for a value that is free. */
function fillings(values: readonly (readonly [string, Values])[]): ReadonlyMap<string, string | null>[] {
  let all: ReadonlyMap<string, string | null>[] = [new Map()];
  for (const [name, { texts, free, any }] of values) {
    const isFree = free || any || all.length * texts.size > MOST_KEYS;
    const choices = isFree ? [null] : [...texts];
    all = all.flatMap((filling) => choices.map((text) => new Map(filling).set(name, text)));
  }
  return all;
}

function filled(price: string, filling: ReadonlyMap<string, string | null>): string {
  return price.replace(/\{(\w+)\}/g, (_, name: string) => filling.get(name) ?? '*');
}

function openParts(price: string, names: ReadonlySet<string>): number[] {
  return price.split('|').flatMap((part, index) => (names.has(part.slice(1, -1)) ? [index] : []));
}

/** The values that the conditions of a component leave. */
function limited(
  name: string,
  values: Values,
  limits: readonly { readonly when?: Condition; readonly unless?: Condition }[],
): Values {
  let { texts, free } = values;
  for (const { when, unless } of limits) {
    const wanted = textsOf(when?.[name]);
    if (wanted !== undefined) {
      texts = free ? wanted : new Set([...texts].filter((text) => wanted.has(text)));
      free = false;
    }
    const refused = textsOf(unless?.[name]);
    if (refused !== undefined) texts = new Set([...texts].filter((text) => !refused.has(text)));
  }
  return { texts, free, any: values.any };
}
