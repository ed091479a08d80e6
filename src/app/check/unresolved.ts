import type { Diagnostic } from '../../model/diagnostic.ts';
import type { UnresolvedModule } from '../../model/resource.ts';

/** Calls that are named one by one; the others are counted. */
const MOST_CALLS = 20;

/** What a change does to calls of modules that were not read. */
export interface ModuleChanges {
  /** Calls of the head that are new, or that pass on something else. */
  readonly changed: readonly UnresolvedModule[];
  /** Calls that are only at the base. */
  readonly removed: readonly UnresolvedModule[];
}

/** Compares the unresolved calls of both sides by project and address. */
export function moduleChanges(
  base: readonly UnresolvedModule[],
  head: readonly UnresolvedModule[],
): ModuleChanges {
  const before = new Map(base.map((call) => [identity(call), call.fingerprint]));
  const after = new Set(head.map(identity));
  return {
    changed: head.filter((call) => {
      const known = before.get(identity(call));
      return known === undefined || known !== call.fingerprint;
    }),
    removed: base.filter((call) => !after.has(identity(call))),
  };
}

/**
 * A warning for each call, at its place: what is behind it is in no figure and judged by no policy that asks for resources.
 * `told` are diagnostics that say so already.
 */
export function moduleWarnings(
  { changed, removed }: ModuleChanges,
  told: readonly Diagnostic[],
): readonly Diagnostic[] {
  const known = new Set(told.filter(({ code }) => code === CODE).map(place));
  const warnings = new Map<string, Diagnostic>();
  for (const warning of [...changed.map(changedWarning), ...removed.map(removedWarning)]) {
    if (!known.has(place(warning))) warnings.set(`${place(warning)} ${warning.message}`, warning);
  }
  const all = [...warnings.values()];
  if (all.length <= MOST_CALLS) return all;
  const message = `${all.length - MOST_CALLS} more calls of modules that were not read change.`;
  return [...all.slice(0, MOST_CALLS), { severity: 'warning', code: CODE, message }];
}

const CODE = 'unresolved-module';

function changedWarning({ address, sourceAddress, reason, hint, source }: UnresolvedModule): Diagnostic {
  return {
    severity: 'warning',
    code: CODE,
    message: `${address} is added or changed, and its source ${JSON.stringify(sourceAddress)} was not read: what it creates and costs is not known. ${reason}`,
    source,
    hint: hint ?? 'Say in the review what it creates.',
  };
}

function removedWarning({ address, sourceAddress, reason, hint, source }: UnresolvedModule): Diagnostic {
  return {
    severity: 'warning',
    code: CODE,
    message: `At the base: ${address} had the source ${JSON.stringify(sourceAddress)}, which was not read: what it created and cost is not known. ${reason}`,
    source,
    ...(hint === undefined ? {} : { hint }),
  };
}

function identity({ project, address }: UnresolvedModule): string {
  return JSON.stringify([project, address]);
}

function place({ source }: Diagnostic): string {
  return source === undefined ? '' : `${source.file}:${source.start.line}:${source.start.column}`;
}
