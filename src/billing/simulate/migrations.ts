import { compareInstants } from '../../lib/calendar.ts';
import { sum, type Decimal } from '../../lib/decimal.ts';
import type { Binding } from '../../model/billing/binding.ts';
import type { MigrationImpact, MigrationStage } from '../../model/billing/simulation.ts';
import type { Migration } from '../../model/billing/terms.ts';
import type { ResolvedProfile } from '../resolve/catalogue.ts';
import { earliestTakeover, later, takeover } from '../timeline/takeover.ts';

/** A customer who is bound to an earlier version, and what the new one would make of its bill; null without usage. */
export interface EarlierCustomer {
  readonly customer: string;
  readonly delta: Decimal | null;
  /** Of the customer to the profile, as they are once the new version is there. */
  readonly bindings: readonly Binding[];
}

/**
 * What a new version does in each way of moving those who have an earlier one. Its rollout holds for all of them: whom no
 * cohort reaches is not moved, nor whose binding has ended by then.
 */
export function migrationImpacts(
  profile: ResolvedProfile,
  earlier: readonly EarlierCustomer[],
): MigrationImpact[] {
  const { migration, effective } = profile.terms;
  const date = migration.mode === 'existingFrom' ? migration.date : (effective.from ?? '');
  const modes: readonly Migration[] = [{ mode: 'newOnly' }, { mode: 'existingFrom', date }, { mode: 'all' }];
  return modes.map((mode) => {
    const version = { ...profile, terms: { ...profile.terms, migration: mode } };
    return {
      mode: mode.mode,
      declared: mode.mode === migration.mode,
      from: mode.mode === 'newOnly' ? null : mode.mode === 'existingFrom' ? date : effective.from,
      ...movedBy(version, earlier),
      stages: stagesOf(version, earlier),
    };
  });
}

/** What each cohort of a rollout does together with those before it: it has moved whoever they move, and nobody else. */
function stagesOf(version: ResolvedProfile, earlier: readonly EarlierCustomer[]): MigrationStage[] {
  const start = earliestTakeover(version.terms);
  if (start === null) return [];
  return version.rollout.map(({ percent, from }, index) => ({
    percent,
    from: later(start, from),
    ...movedBy({ ...version, rollout: version.rollout.slice(0, index + 1) }, earlier),
  }));
}

function movedBy(
  version: ResolvedProfile,
  earlier: readonly EarlierCustomer[],
): Pick<MigrationImpact, 'customersMoved' | 'delta'> {
  const moved = earlier.filter(({ customer, bindings }) => {
    const at = takeover(version, customer);
    return (
      at !== null && bindings.some((binding) => binding.to === null || compareInstants(at, binding.to) < 0)
    );
  });
  const deltas = moved.flatMap(({ delta }) => delta ?? []);
  return { customersMoved: moved.length, delta: deltas.length < moved.length ? null : sum(deltas) };
}
