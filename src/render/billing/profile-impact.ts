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
  const rows = profiles.flatMap((impact) => impact.migrations.flatMap((one) => migrationRows(impact, one)));
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

/** With a row for each cohort by which the declared one moves them. */
function migrationRows({ id, currency }: ProfileImpact, one: MigrationImpact): Cell[][] {
  const moved = ({ customersMoved, delta }: Pick<MigrationImpact, 'customersMoved' | 'delta'>): Cell[] => [
    count(customersMoved),
    amountCell(delta, currency, { signed: true }),
  ];
  const mode = one.declared ? `${MODES[one.mode]} (declared)` : MODES[one.mode];
  const stages = one.declared ? one.stages : [];
  return [
    [code(id), mode, fromText(one), ...moved(one)],
    ...stages.map((stage) => [code(id), `its first ${stage.percent}%`, stage.from, ...moved(stage)]),
  ];
}

function fromText({ from, stages }: MigrationImpact): Cell {
  if (from === null) return toned('never', 'muted');
  const [first, last] = [stages[0], stages.at(-1)];
  if (first === undefined || last === undefined) return from;
  return first.from === last.from ? first.from : `${first.from} to ${last.from}`;
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
