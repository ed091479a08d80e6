import type { MigrationImpact, Probe, ProfileImpact, Simulation } from '../../model/billing/simulation.ts';
import { allDigits, count } from '../../model/money-text.ts';
import { type Block, type Cell, code, toned } from '../report/document.ts';
import { amountCell, SIDES_COLUMNS, sidesCells } from './sides.ts';

const MODES: Readonly<Record<MigrationImpact['mode'], string>> = {
  newOnly: 'only new customers',
  existingFrom: 'existing customers from a date',
  all: 'everybody at once',
};

/** What each way of moving existing customers would do; the declared one is marked. */
export function migrationBlocks({ profiles, replayed }: Simulation): Block[] {
  const rows = profiles.flatMap((impact) => impact.migrations.map((one) => migrationRow(impact, one)));
  if (!replayed || rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Profile' },
        { title: 'If it is for' },
        { title: 'From' },
        { title: 'Customers moved', align: 'right' },
        { title: 'Revenue', align: 'right' },
      ],
      rows,
    },
  ];
}

function migrationRow({ id, currency }: ProfileImpact, one: MigrationImpact): Cell[] {
  return [
    code(id),
    one.declared ? `${MODES[one.mode]} (declared)` : MODES[one.mode],
    one.from ?? toned('never', 'muted'),
    count(one.customersMoved),
    amountCell(one.delta, currency, { signed: true }),
  ];
}

/** Each changed price at the bounds of its tiers, just below and just above. */
export function probeBlocks({ profiles }: Simulation): Block[] {
  return profiles.flatMap(({ id, currency, probes }): Block[] =>
    probes.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { title: `SKU of ${id}` },
              { title: 'Quantity', align: 'right' },
              { title: '' },
              ...SIDES_COLUMNS,
            ],
            rows: probes.map((probe): Cell[] => [
              code(probe.sku),
              `${allDigits(probe.quantity)} ${probe.unit}`,
              whereText(probe),
              ...sidesCells(probe.amount, currency, { exact: true }),
            ]),
          },
        ],
  );
}

function whereText({ at, bound }: Probe): string {
  if (bound === null || at === 'unit') return 'one unit';
  return at === 'on' ? `at the bound ${allDigits(bound)}` : `${at} the bound ${allDigits(bound)}`;
}
