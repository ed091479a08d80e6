import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { formatAddress, parseAddress } from './address.ts';
import type { AddressPart } from './address.ts';
import { withImported } from './imported.ts';
import type { Imported } from './imported.ts';
import { movesByProject } from './moved.ts';
import type { Moved } from './moved.ts';
import { pairResources } from './pair.ts';

/** An address at which, and below which, something may be that is not in the result; `""` for all of a project. */
export interface Gap {
  readonly project: string;
  readonly address: string;
}

/** What a `removed` block takes out of the state without destroying it: a resource or module without instance keys. */
export interface Forgotten {
  readonly project: string;
  readonly from: string;
  readonly source: SourceRange;
}

/** What one side of a comparison says of its resources. */
export interface HeadFacts {
  readonly moved: readonly Moved[];
  readonly gaps: readonly Gap[];
  readonly forgotten: readonly Forgotten[];
  readonly imported?: readonly Imported[];
}

/** Both sides without deletes and creates that are none. */
export interface Settled {
  readonly base: readonly Resource[];
  readonly head: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Resources that are named in one message; the others are counted. */
const MOST_NAMES = 5;

/**
 * Takes deletes and creates away that are none: what is imported is on both sides, unknown at the base; what is missing at the
 * head where not all of it could be read counts as unchanged; what a `removed` block leaves running is on no side. All are
 * told in warnings.
 */
export function settleVanished(
  base: readonly Resource[],
  head: readonly Resource[],
  facts: HeadFacts,
): Settled {
  const settled = withoutDeletes(base, head, facts);
  const { base: before, diagnostics } = withImported(settled.base, settled.head, facts);
  return { ...settled, base: before, diagnostics: [...settled.diagnostics, ...diagnostics] };
}

function withoutDeletes(
  base: readonly Resource[],
  head: readonly Resource[],
  { moved, gaps, forgotten }: HeadFacts,
): Settled {
  if (gaps.length === 0 && forgotten.length === 0) return { base, head, diagnostics: [] };
  const moves = movesByProject(moved);
  const isGap = finder(gaps.map(({ project, address }) => ({ project, address })));
  const isForgotten = finder(forgotten.map(({ project, from }) => ({ project, address: withoutKeys(from) })));
  const kept: Resource[] = [];
  const left = new Map<Resource, string>();
  for (const { base: before, head: after } of pairResources(base, head, moved)) {
    if (before === undefined || after !== undefined) continue;
    const address = moves.get(before.project)?.(before.address) ?? before.address;
    if (isForgotten(before.project, withoutKeys(address))) left.set(before, address);
    else if (isGap(before.project, address)) kept.push({ ...before, address });
  }
  return {
    base: left.size === 0 ? base : base.filter((resource) => !left.has(resource)),
    head: kept.length === 0 ? head : [...head, ...kept],
    diagnostics: [...byProject(kept).map(keptWarning), ...byProject([...left.keys()]).map(forgottenWarning)],
  };
}

/** Whether an address is one of the given ones, or below one. */
function finder(places: readonly Gap[]): (project: string, address: string) => boolean {
  const known = new Set(places.map(({ project, address }) => JSON.stringify([project, address])));
  return (project, address) =>
    prefixes(address).some((prefix) => known.has(JSON.stringify([project, prefix])));
}

/** Everything that an address lies in, itself included: `""`, `module.a`, `module.a[0]`, `module.a[0].x.y`. */
function prefixes(address: string): readonly string[] {
  const parts = parseAddress(address) ?? [];
  const found = ['', address];
  for (let length = 1; length <= parts.length; length++) {
    const some = parts.slice(0, length);
    found.push(formatAddress([...some.slice(0, -1), ...some.slice(-1).map(keyless)]), formatAddress(some));
  }
  return found;
}

function withoutKeys(address: string): string {
  return formatAddress((parseAddress(address) ?? []).map(keyless));
}

function keyless({ name }: AddressPart): AddressPart {
  return { name, key: '' };
}

function byProject(resources: readonly Resource[]): readonly (readonly Resource[])[] {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.project);
    if (group === undefined) groups.set(resource.project, [resource]);
    else group.push(resource);
  }
  return [...groups.values()];
}

function keptWarning(resources: readonly Resource[]): Diagnostic {
  return {
    severity: 'warning',
    code: 'kept-at-base',
    message: `Not all of the head could be read, so what is not found there counts as unchanged: ${names(resources)}.`,
    ...placeOf(resources),
    hint: 'Mend what could not be read, to see what is deleted.',
  };
}

function forgottenWarning(resources: readonly Resource[]): Diagnostic {
  return {
    severity: 'warning',
    code: 'no-longer-managed',
    message: `No longer managed, and in no figure; it keeps running and costing: ${names(resources)}.`,
    ...placeOf(resources),
    hint: 'To delete it, let the removed block have lifecycle { destroy = true }.',
  };
}

function placeOf([first]: readonly Resource[]): Pick<Diagnostic, 'source'> {
  return first === undefined ? {} : { source: first.source };
}

function names(resources: readonly Resource[]): string {
  const shown = resources.slice(0, MOST_NAMES).map(({ address }) => address);
  const others = resources.length - shown.length;
  return shown.join(', ') + (others > 0 ? ` and ${others} more` : '');
}
