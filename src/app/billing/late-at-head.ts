import { headPlan } from '../../billing/simulate/simulate.ts';
import type { UnbilledRows } from '../../model/billing/simulation.ts';
import type { UsageAggregate } from '../../model/billing/usage.ts';
import { recordedUsage, type UsageRequest } from './recorded-usage.ts';

/**
 * What of the usage that was taken would come too late for the head alone: a row counts as late when it is late for both sides, so
 * that what both bill is compared. It is read once more by the head's terms; null where no cutoff gets shorter, or nothing is lost.
 */
export async function lateAtHead(
  request: UsageRequest,
  usage: UsageAggregate | null,
  ...sides: Parameters<typeof headPlan>
): Promise<UnbilledRows | null> {
  const plan = usage === null ? null : headPlan(...sides);
  if (usage === null || plan === null) return null;
  const atHead = (await recordedUsage(request, plan)).usage;
  const rows = (atHead?.counts.rejected.late ?? 0) - (usage.counts.rejected.late ?? 0);
  if (rows <= 0) return null;
  const before = new Set(usage.rejectedRows.map(({ file, line }) => `${line} ${file}`));
  const first = atHead?.rejectedRows.find(
    ({ reason, file, line }) => reason === 'late' && !before.has(`${line} ${file}`),
  );
  const place = { file: first?.file ?? usage.origin.files[0] ?? '', line: first?.line ?? 1 };
  return { reason: 'late-at-head', rows, first: first?.message ?? 'The row is not shown.', place };
}
