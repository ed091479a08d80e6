import type { CatalogEntry, Component, Condition, Spec } from '../../src/estimate/catalog/entry.ts';

/** Names that an entry uses and nobody defines, each with its place. */
export function undefinedNames(entry: CatalogEntry): string[] {
  const problems: string[] = [];
  const checkNames = (names: readonly string[], known: ReadonlySet<string>, place: string): void => {
    for (const name of names) if (!known.has(name)) problems.push(`${place}: nothing is called ${name}`);
  };
  const followed = new Set(Object.keys(entry.follow ?? {}));
  const checkFollowed = (value: unknown, place: string): void => {
    for (const name of prefixesIn(value))
      if (!followed.has(name)) problems.push(`${place}: ${name} is not followed`);
  };
  const checkComponents = (
    components: readonly Component[],
    known: ReadonlySet<string>,
    place: string,
  ): void => {
    for (const component of components) checkNames(namesOf(component), known, `${place}.${component.id}`);
  };
  const outer = new Set(['hours', ...Object.keys(entry.read ?? {})]);
  for (const [name, spec] of Object.entries(entry.read ?? {})) checkNames(namesIn(spec), outer, name);
  checkComponents(entry.components, outer, entry.type);
  checkFollowed([{ follows: entry.regionFrom }, entry.read, entry.components], entry.type);
  for (const group of entry.groups ?? []) {
    const known = new Set([...outer, ...Object.keys(group.read ?? {})]);
    for (const [name, spec] of Object.entries(group.read ?? {})) checkNames(namesIn(spec), known, name);
    checkNames([...conditionNames(group.when), ...conditionNames(group.unless)], outer, group.id);
    checkNames(placeholders(group.name), known, group.id);
    checkComponents(group.components, known, group.id);
    checkFollowed([{ from: group.each }, group.read], group.id);
  }
  return problems;
}

function namesOf(component: Component): string[] {
  return [
    ...placeholders(component.name),
    ...placeholders(component.price ?? ''),
    ...placeholders(component.region ?? ''),
    ...namesIn(component.quantity),
    ...namesIn(component.times ?? 1),
    ...conditionNames(component.when),
    ...conditionNames(component.unless),
    ...(component.notes ?? []),
  ];
}

function namesIn(spec: Spec): string[] {
  if (typeof spec === 'number') return [];
  if (typeof spec === 'string') return [spec];
  const { first = [], min = [], max = [], add = [], multiply = [], minus = [], over = [], range } = spec;
  const inner = range === undefined ? [] : [range.low, range.likely, range.high];
  return [...first, ...min, ...max, ...add, ...multiply, ...minus, ...over, ...inner].flatMap(namesIn);
}

function conditionNames(condition: Condition | undefined): string[] {
  return Object.keys(condition ?? {});
}

function placeholders(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** The prefixes of all paths in a value: `template` of `template:image_id`. */
function prefixesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'follows' && typeof inner === 'string') return [inner];
    if ((name === 'from' || name === 'count') && typeof inner === 'string') {
      return inner.includes(':') ? [inner.slice(0, inner.indexOf(':'))] : [];
    }
    return prefixesIn(inner);
  });
}
