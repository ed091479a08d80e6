import type { Range, ResourceCost } from '../../model/cost.ts';
import type { CheckResult, CostedChange, CostTotals } from '../../model/result.ts';
import { hasUnknownCost, shownCost } from '../facts.ts';
import { isNothing, money, moneyRange } from '../money.ts';
import { plural } from '../plural.ts';
import { type Cell, code, paragraph, type Section, strong, toned } from './document.ts';
import { evidenceOf, LEGEND } from './evidence.ts';

/** Each changed resource with its cost before and after; the largest change first. */
export function changesSection(result: CheckResult): Section | null {
  if (result.changes.length === 0) return null;
  const { currency, totals } = result;
  const [fixed, variable] = split(totals.delta, currency);
  return {
    title: `Changes: ${plural(result.changes.length, 'resource')}`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'Action' },
          { title: 'Resource' },
          { title: 'Before', align: 'right' },
          { title: 'After', align: 'right' },
          { title: 'Change a month', align: 'right' },
          { title: 'Fixed', align: 'right' },
          { title: 'Variable', align: 'right' },
          { title: 'Evidence' },
        ],
        rows: result.changes.map((entry) => changeRow(entry, currency)),
        total: [
          strong('Total'),
          'everything that is priced',
          strong(money(totals.base.monthly.likely, currency)),
          strong(money(totals.head.monthly.likely, currency)),
          strong(money(totals.delta.monthly.likely, currency, { signed: true })),
          fixed,
          variable,
          '',
        ],
      },
      paragraph(LEGEND),
    ],
  };
}

function changeRow(entry: CostedChange, currency: string): Cell[] {
  const { change, base, head, delta } = entry;
  const moved = change.previousAddress;
  const unknown = hasUnknownCost(base) || hasUnknownCost(head);
  return [
    change.action,
    moved === undefined ? code(change.address) : [code(change.address), ' was ', code(moved)],
    cost(base, currency),
    cost(head, currency),
    deltaCell(delta, unknown, currency),
    ...(delta === null ? ['–', '–'] : split(delta, currency)),
    evidenceOf(shownCost(entry)),
  ];
}

/** A dash where the resource does not exist; `unknown` where its price is. */
function cost(side: ResourceCost | null, currency: string): Cell {
  if (side === null) return '–';
  if (side.status === 'free') return 'free';
  if (side.monthly === null) return toned('unknown', 'muted');
  const figure = moneyRange(side.monthly, currency);
  return hasUnknownCost(side) ? `${figure} + unknown` : figure;
}

function deltaCell(delta: CostTotals | null, unknown: boolean, currency: string): Cell {
  if (delta === null) return toned('unknown', 'muted');
  const rest = unknown ? ' + unknown' : '';
  if (isNothing(delta.monthly)) return unknown ? toned('unknown', 'muted') : 'none';
  const tone = delta.monthly.likely.s > 0 ? 'bad' : 'good';
  return [toned(moneyRange(delta.monthly, currency, { signed: true }), tone), rest];
}

function split(delta: CostTotals, currency: string): [Cell, Cell] {
  const show = (range: Range): Cell =>
    isNothing(range) ? '–' : money(range.likely, currency, { signed: true });
  return [show(delta.fixed), show(delta.variable)];
}
