import { isUnpriced, type Range, type ResourceCost } from '../../model/cost.ts';
import type { CheckResult, CostedChange, CostTotals } from '../../model/result.ts';
import { isUnpricedChange } from '../../model/unpriced-change.ts';
import { deltaTotal, sideTotal } from './totals.ts';
import { money } from '../../model/money-text.ts';
import { isNothing } from '../../model/range.ts';
import { moneyRange } from '../money.ts';
import { plural } from '../plural.ts';
import { type Cell, code, inlines, paragraph, type Section, strong, toned } from './document.ts';
import { evidenceOfChange, LEGEND } from './evidence.ts';
import { type NamedChange, projectsSection, sameChanges, summed } from './same-changes.ts';
import { resourceNames, type SameInProjects } from './same-resources.ts';

/** Each changed resource with its cost before and after; the largest change first. */
export function changesSection(result: CheckResult): Section | null {
  if (result.changes.length === 0) return null;
  const { currency, totals } = result;
  const apart = result.changes.some(({ delta }) => delta !== null && !isNothing(delta.variable));
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
          ...(apart ? SPLIT : []),
          { title: 'Evidence' },
        ],
        rows: changeRows(result, apart),
        total: [
          strong('Total'),
          'all that is priced',
          strong(sideTotal(result, 'base')),
          strong(sideTotal(result, 'head')),
          strong(deltaTotal(result)),
          ...(apart ? split(totals.delta, currency) : []),
          '',
        ],
      },
      paragraph(apart ? LEGEND : `What is known of the change is fixed cost. ${LEGEND}`),
    ],
  };
}

/** Shown when any of the changes has a variable part. */
const SPLIT = [
  { title: 'Fixed', align: 'right' },
  { title: 'Variable', align: 'right' },
] as const;

/** A row for each resource; the sum for those that change alike in several projects. */
function changeRows(result: CheckResult, apart: boolean): Cell[][] {
  const name = resourceNames(result);
  return groupsOf(result).map((group) => changeRow(summed(group), name(group), apart, result.currency));
}

/** Which projects the rows are of that stand for several. */
export function changedProjectsSection(result: CheckResult): Section | null {
  return projectsSection(groupsOf(result));
}

function groupsOf(result: CheckResult): readonly SameInProjects<NamedChange>[] {
  const { currency } = result;
  return sameChanges(result, (entry) => changeRow(entry, '', true, currency));
}

function changeRow(entry: CostedChange, named: Cell, apart: boolean, currency: string): Cell[] {
  const { change, base, head, delta } = entry;
  const moved = change.previousAddress;
  return [
    actionWord(entry),
    moved === undefined ? named : [...inlines(named), ' was ', code(moved)],
    cost(base, currency),
    cost(head, currency),
    deltaCell(delta, isUnpricedChange(entry), currency),
    ...(apart ? split(delta, currency) : []),
    evidenceOfChange(entry),
  ];
}

/** What moves the cost of a resource that stays as it is: its usage, or a resource that it is priced with. */
function actionWord({ change, base, head }: CostedChange): string {
  if (change.action !== 'no-op') return change.action;
  const used = (cost: ResourceCost | null): string =>
    JSON.stringify(
      cost?.lines.flatMap(({ usageKey, quantity }) => (usageKey === undefined ? [] : [quantity])),
    );
  return used(base) === used(head) ? 'indirect' : 'usage';
}

/** A dash where the resource does not exist; `unknown` where its price is. */
function cost(side: ResourceCost | null, currency: string): Cell {
  if (side === null) return '–';
  if (side.status === 'free') return 'free';
  if (side.monthly === null) return toned('unknown', 'muted');
  const figure = money(side.monthly.likely, currency);
  return isUnpriced(side) ? `${figure} + unknown` : figure;
}

function deltaCell(delta: CostTotals | null, unknown: boolean, currency: string): Cell {
  if (delta === null || isNothing(delta.monthly)) return unknown ? toned('unknown', 'muted') : 'none';
  const rest = unknown ? ' + unknown' : '';
  const tone = delta.monthly.likely.s > 0 ? 'bad' : 'good';
  return toned(moneyRange(delta.monthly, currency, { signed: true }) + rest, tone);
}

function split(delta: CostTotals | null, currency: string): [Cell, Cell] {
  const show = (range: Range | undefined): Cell =>
    range === undefined || isNothing(range) ? '–' : money(range.likely, currency, { signed: true });
  return [show(delta?.fixed), show(delta?.variable)];
}
