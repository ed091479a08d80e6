import { entriesOf, nodeAt } from '../../config/yaml/access.ts';
import type { SourceRange } from '../../model/source.ts';
import type { FactsInput } from './input.ts';
import { subjectOf } from './subject.ts';

/** A change of what customers pay of which nobody can tell what it does: usage ought to be there, and none was replayed. */
export interface UnjudgedChange {
  /** Why no usage was replayed, one sentence. */
  readonly reason: string;
  /** The profiles at base that set limits of their own, as a sentence names them. */
  readonly limitedProfiles: readonly string[];
  /** Of the first such change. */
  readonly source: SourceRange;
}

/** Classes of changes that touch no amount of any customer. */
const HARMLESS = new Set(['text', 'notation', 'alert', 'extension', 'tests', 'control']);

type Input = Pick<FactsInput, 'base' | 'changes' | 'simulation' | 'noUsage'>;

/**
 * At most one; none where usage was replayed, nobody expects any, or no customer of the base can be touched: limits of losses hold
 * only for what somebody pays already.
 */
export function unjudgedChanges({ base, changes, simulation, noUsage }: Input): readonly UnjudgedChange[] {
  if (simulation === null || simulation.replayed || noUsage === null) return [];
  if (base.bindings.length === 0) return [];
  const change = changes.find(
    ({ action, differences }) =>
      action !== 'create' && differences.some(({ changeClass }) => !HARMLESS.has(changeClass)),
  );
  if (change === undefined) return [];
  const limited = base.documents.filter(
    ({ kind, root }) => kind === 'BillingProfile' && entriesOf(nodeAt(root, 'limits')).length > 0,
  );
  const limitedProfiles = limited.map((document) => `those of ${subjectOf(document).name}`);
  return [{ reason: noUsage, limitedProfiles, source: change.versionSource }];
}
