import type { SourceRange } from '../../model/source.ts';
import { formatAddress, parseAddress } from './address.ts';
import type { AddressPart } from './address.ts';

/** A statement that something has another address than before: a `moved` block. */
export interface Moved {
  readonly project: string;
  /** Absolute addresses of a resource or module, with or without instance key. */
  readonly from: string;
  readonly to: string;
  readonly source: SourceRange;
}

interface Statement {
  readonly from: readonly AddressPart[];
  readonly to: readonly AddressPart[];
}

/**
 * A function from an address at base to the one at head. Statements apply in chains; one whose `from` and `to` have no
 * instance key moves all instances with their keys (Terraform, "Refactor modules"). A circle ends where it began.
 */
export function movedAddresses(moved: readonly Moved[]): (address: string) => string {
  const statements = moved
    .map(({ from, to }) => ({ from: parseAddress(from), to: parseAddress(to) }))
    .filter((pair): pair is Statement => pair.from !== undefined && pair.to !== undefined);
  const byName = new Map<string, Statement[]>();
  for (const statement of statements) {
    const name = nameOf(statement.from);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [statement]);
    else known.push(statement);
  }
  return (address) => (byName.size === 0 ? address : follow(address, byName));
}

/** `movedAddresses` for each project that has statements. */
export function movesByProject(moved: readonly Moved[]): ReadonlyMap<string, (address: string) => string> {
  const grouped = new Map<string, Moved[]>();
  for (const statement of moved) {
    const known = grouped.get(statement.project);
    if (known === undefined) grouped.set(statement.project, [statement]);
    else known.push(statement);
  }
  return new Map([...grouped].map(([project, statements]) => [project, movedAddresses(statements)]));
}

function follow(address: string, byName: ReadonlyMap<string, readonly Statement[]>): string {
  const seen = new Set<string>();
  let at = address;
  while (!seen.has(at)) {
    seen.add(at);
    const parts = parseAddress(at);
    const next = parts === undefined ? undefined : step(parts, byName);
    if (next === undefined) return at;
    at = next;
  }
  return address;
}

/** The address after the first statement that applies; the one that names the most of the address comes first. */
function step(
  parts: readonly AddressPart[],
  byName: ReadonlyMap<string, readonly Statement[]>,
): string | undefined {
  for (let length = parts.length; length > 0; length--) {
    for (const statement of byName.get(nameOf(parts.slice(0, length))) ?? []) {
      const moved = apply(statement, parts);
      if (moved !== undefined) return formatAddress(moved);
    }
  }
  return undefined;
}

function apply({ from, to }: Statement, parts: readonly AddressPart[]): readonly AddressPart[] | undefined {
  const last = from.length - 1;
  for (let i = 0; i < last; i++) if (parts[i]?.key !== from[i]?.key) return undefined;
  const key = parts[last]?.key ?? '';
  const keepsKey = from[last]?.key === '' && to.at(-1)?.key === '';
  if (!keepsKey && from[last]?.key !== key) return undefined;
  const target = keepsKey ? [...to.slice(0, -1), ...to.slice(-1).map(({ name }) => ({ name, key }))] : to;
  return [...target, ...parts.slice(from.length)];
}

function nameOf(parts: readonly AddressPart[]): string {
  return parts.map(({ name }) => name).join('.');
}
