import { type CostLine, lineKey, type ResourceCost } from '../model/cost.ts';
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import type { PriceBook } from '../pricing/book.ts';
import type { Asked } from './asked.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { CatalogEntry, Group } from './catalog/entry.ts';
import { knownValues } from './catalog/known-values.ts';
import { costLine, unknownLine } from './component.ts';
import { blocksAt, valueAt } from './evaluate/attribute.ts';
import { decide } from './evaluate/condition.ts';
import { clip } from './evaluate/reading.ts';
import { makeScope, type Scope } from './evaluate/scope.ts';
import { evaluateSpec } from './evaluate/spec.ts';
import { type Stranger, Strangers } from './evaluate/strangers.ts';
import { bareName, fillName } from './evaluate/template.ts';
import { followResource, type Neighbours } from './follow.ts';
import { unknownCost, withLines } from './resource-cost.ts';
import { UnknownOfFollowed } from './unknown-of-followed.ts';
import type { PlaceOfPrice } from './price.ts';
import { regionOf } from './region.ts';
import { money } from '../model/money-text.ts';
import type { Usage } from './usage/usage.ts';

/** What an estimate needs beside the resource. */
export interface EstimateContext extends Neighbours {
  readonly book: PriceBook;
  readonly catalog: Catalog;
  readonly usage: Usage;
  /** What costs will be shown in, when that is not the currency of the book. */
  readonly currency?: string | undefined;
  /** Hears of the attributes that an estimate rests on, the region as `region`. */
  readonly asked?: Asked | undefined;
}

/** Blocks of one kind that are priced; more are one line that says so. */
const MAX_BLOCKS = 100;

/**
 * What a resource costs a month by list prices: one line a component, each with its evidence class.
 * What is not known is a line of class D with the reason; it is in no sum.
 */
export function estimateResource(resource: Resource, context: EstimateContext): ResourceCost {
  const entry = context.catalog.entry(resource.type);
  if (entry === undefined) {
    const status = context.catalog.free(resource.type) === undefined ? 'unknown-type' : 'free';
    return { ...withLines(resourceOnly(resource), []), status };
  }
  const open = entry.follow === undefined ? undefined : new UnknownOfFollowed();
  const found = linesOf(
    resource,
    entry,
    open === undefined ? context : { ...context, asked: open.with(context.asked) },
  );
  let { lines } = found;
  if (resource.repetition === 'unknown') lines = lines.map(unknownInstances);
  const cost = { ...withLines(resourceOnly(resource), lines), region: found.region };
  const followed = open?.digest;
  return followed === undefined ? cost : { ...cost, followed };
}

/** The lines of a resource, and the region that it stands in; null where that is not known. */
function linesOf(
  resource: Resource,
  entry: CatalogEntry,
  context: EstimateContext,
): { lines: CostLine[]; region: string | null } {
  const usage = context.usage.of(resource.address, resource.type);
  const followed = new Map(
    Object.entries(entry.follow ?? {}).map(([name, follow]) => [
      name,
      followResource(resource, follow, context),
    ]),
  );
  const { asked } = context;
  const strangers = new Strangers(knownValues(entry));
  const given = {
    block: resource.attributes,
    followed,
    usage: (key: string) => usage.get(key),
    strangers,
    asked:
      asked &&
      ((path: string, value: Value | undefined, of?: Resource) => {
        asked(resource, path, value, of);
      }),
  };
  const scope = makeScope(given, entry.read ?? {}, evaluateSpec);
  const region = regionOf(resource, entry, followed, asked);
  const place: PlaceOfPrice = {
    book: context.book,
    provider: entry.provider,
    service: entry.service,
    region,
    currency: context.currency,
  };
  const lines = withoutTwins([
    ...entry.components.flatMap((component) => costLine(component, component.id, scope, place) ?? []),
    ...(entry.groups ?? []).flatMap((group) => groupLines(group, scope, place)),
    ...strangers.open.map((stranger) => strangerLine(stranger, entry)),
  ]);
  return { lines, region: region.kind === 'text' ? region.text : null };
}

/** A value that nobody thought of may cost anything. */
function strangerLine({ name, text }: Stranger, { read = {}, groups = [] }: CatalogEntry): CostLine {
  const specs = [read, ...groups.map((group) => group.read ?? {})].map((all) => all[name]);
  const paths = specs.flatMap((spec) => (typeof spec === 'object' ? (spec.from ?? []) : []));
  const what = paths[0]?.split(':').at(-1) ?? name;
  const component = `What depends on ${what}`;
  const line = { id: `strange_${name}`, component, unit: 'month', kind: 'fixed' } as const;
  return unknownLine(line, `${what} "${clip(text)}" is not one that the catalog prices`);
}

/** Components in each other's place have one id: where it is not known which of them applies, one line says so. */
function withoutTwins(lines: readonly CostLine[]): CostLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = lineKey(line);
    const isTwin = line.monthly === null && seen.has(key);
    seen.add(key);
    return !isTwin;
  });
}

function groupLines(group: Group, outer: Scope, place: PlaceOfPrice): CostLine[] {
  const applies = decide(group, outer);
  if (applies.kind === 'no') return [];
  const doubt = (reason: string): CostLine =>
    unknownLine({ id: group.id, component: bareName(group.name), unit: 'month', kind: 'fixed' }, reason);
  if (applies.kind === 'unknown') return [doubt(applies.reason)];
  const found = groupBlocks(group, outer);
  const blocks =
    found.blocks.length === 0 && found.more === undefined && group.orOne === true
      ? [emptyBlock(outer)]
      : found.blocks;
  const lines = blocks.slice(0, MAX_BLOCKS).flatMap((block, index) => {
    const scope = makeScope(
      {
        block,
        followed: outer.followed,
        usage: (key) => outer.usage(key),
        ...(outer.strangers && { strangers: outer.strangers }),
        asked: askedIn(group, index, outer),
      },
      group.read ?? {},
      evaluateSpec,
      outer,
    );
    const id = group.each === undefined ? group.id : `${group.id}[${index}]`;
    const name = fillName(group.name, scope);
    return group.components.flatMap((component) => {
      const line = costLine(component, `${id}.${component.id}`, scope, place);
      return line === undefined ? [] : [{ ...line, component: `${name}, ${line.component}` }];
    });
  });
  if (found.more !== undefined) lines.push(doubt(`there may be more of them: ${found.more}`));
  if (blocks.length > MAX_BLOCKS) lines.push(doubt(`${blocks.length - MAX_BLOCKS} more were not priced`));
  return lines;
}

function groupBlocks(group: Group, scope: Scope): ReturnType<typeof blocksAt> {
  if (group.each === undefined) return { blocks: [scope.block], more: undefined };
  const colon = group.each.indexOf(':');
  if (colon === -1) {
    const path = group.each.split('.');
    scope.asked?.(group.each, valueAt(scope.block, path));
    return blocksAt(scope.block, path);
  }
  const followed = scope.followed.get(group.each.slice(0, colon));
  if (followed?.kind === 'unknown') return { blocks: [], more: followed.reason };
  if (followed?.kind !== 'resource') return { blocks: [], more: undefined };
  const { attributes } = followed.resource;
  const path = group.each.slice(colon + 1).split('.');
  const outermost = path.slice(0, 1);
  scope.asked?.(
    group.each.slice(0, colon + 1) + outermost.join(''),
    valueAt(attributes, outermost),
    followed.resource,
  );
  return blocksAt(attributes, path);
}

/** Paths within a block of a group as paths from the resource; those of followed resources stay. */
function askedIn({ each }: Group, index: number, { asked }: Scope): Scope['asked'] {
  if (asked === undefined || each === undefined) return asked;
  return (path, value, of) => {
    asked(path.includes(':') ? path : `${each}[${index}].${path}`, value, of);
  };
}

function emptyBlock(outer: Scope): Scope['block'] {
  return { kind: 'object', entries: new Map(), origin: outer.block.origin };
}

/** The line of a resource that stands for an unknown number of instances: what one costs is only told. */
function unknownInstances(line: CostLine): CostLine {
  if (line.monthly === null) return line;
  const one = money(line.monthly.likely, (line.ownPrice ?? line.price)?.currency ?? 'USD');
  return unknownCost(line, `the number of instances is unknown; each would be ${one} a month`);
}

function resourceOnly({
  address,
  type,
  project,
  source,
}: Resource): Pick<ResourceCost, 'address' | 'type' | 'project' | 'source'> {
  return { address, type, project, source };
}
