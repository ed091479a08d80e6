import type { ProfileImpact, Simulation } from '../../model/billing/simulation.ts';
import type { ProfileChange, ProfileDifference } from '../../model/profile.ts';
import { type Cell, code, type Inline, place, type Table, toned } from '../report/document.ts';
import { money } from '../../model/money-text.ts';

/**
 * What changes for whom: one row for each difference of the changed profiles, with the step of the version that it needs, who is to
 * be asked, and what it alone does to the revenue of the recorded usage. Null when nothing differs.
 */
export function impactTable(
  changed: readonly ProfileChange[],
  simulation: Simulation | null | undefined,
): Table | null {
  const rows = changed.flatMap((change) => {
    const impact = simulation?.profiles.find(
      ({ id }) => change.kind === 'BillingProfile' && id === change.id,
    );
    return change.differences.map((difference) => row(change, difference, impact));
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    columns: [
      { title: 'Where' },
      { title: 'What' },
      { title: 'Before', align: 'right' },
      { title: 'After', align: 'right' },
      { title: 'Class' },
      { title: 'Step' },
      { title: 'Ask' },
      ...(simulation?.replayed === true ? [{ title: 'Revenue', align: 'right' } as const] : []),
    ],
    rows: rows.map((cells) => (simulation?.replayed === true ? cells : cells.slice(0, -1))),
  };
}

function row(
  change: ProfileChange,
  difference: ProfileDifference,
  impact: ProfileImpact | undefined,
): Cell[] {
  const { path, base, head, changeClass, requiredBump, approval } = difference;
  return [
    place(difference.source),
    [code(change.id), ' ', code(path)],
    side(base),
    side(head),
    changeClass,
    requiredBump,
    approval.join(', '),
    revenue(path, impact),
  ];
}

function side(value: string | null): Inline {
  return value === null ? '–' : code(value);
}

/** Nothing is said of what cannot be told apart: a dash is no zero. */
function revenue(path: string, impact: ProfileImpact | undefined): Inline {
  const delta = impact?.byDifference[path];
  if (impact === undefined || delta === undefined) return toned('–', 'muted');
  return delta.eq('0') ? toned('none', 'muted') : money(delta, impact.currency, { signed: true });
}
