import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource } from '../../model/resource.ts';
import { formatAddress, parseAddress } from './address.ts';
import type { Moved } from './moved.ts';
import { pairResources } from './pair.ts';

/** A resource instance that an `import` block takes over; `[*]` for any key. */
export interface Imported {
  readonly project: string;
  readonly address: string;
}

/** Resources that are named in the message; the others are counted. */
const MOST_NAMES = 5;

/**
 * The resources of the base with stand-ins for those that the head imports: they run and cost already, so that they are no
 * creates, but what they are and cost stands in no source. A warning says so.
 */
export function withImported(
  base: readonly Resource[],
  head: readonly Resource[],
  { moved, imported = [] }: { readonly moved: readonly Moved[]; readonly imported?: readonly Imported[] },
): { readonly base: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] } {
  const wanted = new Set(imported.map(({ project, address }) => JSON.stringify([project, address])));
  if (wanted.size === 0) return { base, diagnostics: [] };
  const taken = pairResources(base, head, moved).flatMap(({ base: before, head: after }) => {
    if (before !== undefined || after === undefined) return [];
    const forms = [after.address, withAnyKeys(after.address)];
    return forms.some((address) => wanted.has(JSON.stringify([after.project, address])))
      ? [{ ...after, imported: true as const }]
      : [];
  });
  const [first] = taken;
  if (first === undefined) return { base, diagnostics: [] };
  return { base: [...base, ...taken], diagnostics: [warning(taken, first)] };
}

/** An address with `[*]` for each of its keys. */
function withAnyKeys(address: string): string {
  const parts = parseAddress(address) ?? [];
  return formatAddress(parts.map(({ name, key }) => ({ name, key: key === '' ? '' : '[*]' })));
}

function warning(taken: readonly Resource[], first: Resource): Diagnostic {
  const all = [...new Set(taken.map(({ address }) => address))];
  const names = all.slice(0, MOST_NAMES);
  const more = all.length - names.length;
  return {
    severity: 'warning',
    code: 'imported',
    message:
      `Import of ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}: ` +
      'what is there now and what it costs is not in the sources, so the difference is not known.',
    source: first.source,
    hint: 'Give the plan of the change with --plan: it has both sides.',
  };
}
