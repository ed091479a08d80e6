import type { Decimal } from '../../lib/decimal.ts';
import type { ProfileImpact, Simulation } from '../../model/billing/simulation.ts';
import type { ProfileChange, ProfileDifference } from '../../model/profile.ts';
import { count, money } from '../../model/money-text.ts';
import {
  type Block,
  type Cell,
  code,
  type Inline,
  paragraph,
  place,
  type Table,
  toned,
} from '../report/document.ts';
import { valueText } from './value-text.ts';

/** Differences of these classes move no money, and are only counted. */
const COUNTED: Readonly<Record<string, string>> = { tests: 'in tests', text: 'in texts' };

/**
 * What changes for whom: one row for each difference of the changed profiles that can move money, with the step of the version that it
 * needs, who is to be asked, and what it alone does to the revenue of the recorded usage. Parts that follow from several differences have
 * rows of their own, and so has what all make only together: the column comes to all that the change does. Then how many others there are.
 */
export function impactBlocks(
  changed: readonly ProfileChange[],
  simulation: Simulation | null | undefined,
): Block[] {
  const isReplayed = simulation?.replayed === true;
  const rows = changed.flatMap((change) => {
    const impact = simulation?.profiles.find(
      ({ id }) => change.kind === 'BillingProfile' && id === change.id,
    );
    const deltas = new PartDeltas(impact);
    const own = change.differences
      .filter(({ changeClass }) => COUNTED[changeClass] === undefined)
      .flatMap((difference) => [
        row(change, difference, isReplayed ? [deltas.cell(difference.path)] : []),
        ...(isOfChangedTable(difference, changed)
          ? []
          : taxRows(change, difference, isReplayed ? ['–'] : [])),
      ]);
    return [...own, ...(isReplayed ? deltas.otherRows() : [])];
  });
  const columns: Table['columns'] = [
    { title: 'What' },
    { title: 'Before' },
    { title: 'After' },
    ...(isReplayed ? [{ title: 'Revenue', align: 'right' } as const] : []),
    { title: 'Class' },
    { title: 'Step' },
    { title: 'Ask' },
    { title: 'Where' },
  ];
  const others = countedText(changed.flatMap(({ differences }) => differences));
  return [
    ...(rows.length === 0
      ? []
      : [paragraph('What changes for whom:'), { kind: 'table', columns, rows } as const]),
    ...(others === null ? [] : [paragraph(others)]),
  ];
}

function countedText(differences: readonly ProfileDifference[]): string | null {
  const parts = Object.entries(COUNTED).flatMap(([changeClass, where]) => {
    const found = differences.filter((difference) => difference.changeClass === changeClass).length;
    return found === 0 ? [] : [`${count(found)} ${where}`];
  });
  return parts.length === 0 ? null : `Differences that move no money: ${parts.join(', ')}.`;
}

function row(change: ProfileChange, difference: ProfileDifference, revenue: readonly Cell[]): Cell[] {
  const { path, base, head, changeClass, requiredBump, approval } = difference;
  return [
    [code(change.id), ' ', code(path)],
    side(base),
    side(head),
    ...revenue,
    changeClass,
    requiredBump,
    approval.join(', '),
    place(difference.source),
  ];
}

/** The rates that come with another tax table: the name of the table tells none, and no sum before tax does. */
function taxRows(change: ProfileChange, difference: ProfileDifference, revenue: readonly Cell[]): Cell[][] {
  const led = difference.path === 'taxes' ? (difference.leadsTo ?? []) : [];
  return led
    .filter(({ path }) => path.startsWith('tax.rows['))
    .map(({ path, base, head, changeClass }) => [
      [code(change.id), ' ', code(path)],
      ...[side(base), side(head), ...revenue, changeClass, '', ''],
      place(difference.source),
    ]);
}

/** Another version of one table that changes itself has its rows there. */
function isOfChangedTable({ base, head }: ProfileDifference, changed: readonly ProfileChange[]): boolean {
  return changed.some(
    ({ kind, id }) => kind === 'TaxTable' && [base, head].every((table) => table?.split('@')[0] === id),
  );
}

function side(value: string | null): Inline {
  return value === null ? '–' : code(valueText(value));
}

/** What single differences do to the revenue of a profile. */
class PartDeltas {
  readonly #impact: ProfileImpact | undefined;
  readonly #shown = new Set<string>();

  constructor(impact: ProfileImpact | undefined) {
    this.#impact = impact;
  }

  /**
   * The delta of a difference, or of the part that it makes together with others: that stands in the first of their rows. A dash where
   * it cannot be told apart, which is no zero.
   */
  cell(path: string): Inline {
    const { byDifference = {}, currency = '' } = this.#impact ?? {};
    const part = partsOf(path).find((one) => Object.hasOwn(byDifference, one)) ?? path;
    const delta = byDifference[part];
    if (delta === undefined) return toned('–', 'muted');
    if (this.#shown.has(part)) return toned('in the row above', 'muted');
    this.#shown.add(part);
    return deltaText(delta, currency);
  }

  /** Rows for parts of which no cell was asked for, and for what is there only when all come together. */
  otherRows(): Cell[][] {
    const { id = '', byDifference = {}, interaction = null, currency = '' } = this.#impact ?? {};
    const parts = Object.entries(byDifference).filter(([path]) => !this.#shown.has(path));
    return [
      ...parts.map(([path, delta]) => otherRow([code(id), ' ', code(path)], delta, currency, 'follows')),
      ...(interaction === null || interaction.eq('0')
        ? []
        : [otherRow([code(id), ' all of it together'], interaction, currency, 'only together')]),
    ];
  }
}

function otherRow(what: Cell, delta: Decimal, currency: string, why: string): Cell[] {
  return [what, '', '', deltaText(delta, currency), toned(why, 'muted'), '', '', ''];
}

function deltaText(delta: Decimal, currency: string): Inline {
  return delta.eq('0') ? toned('none', 'muted') : money(delta, currency, { signed: true });
}

/** `a[b].c.d[e]`, then `a[b].c.d`, `a[b].c`, `a[b]`, `a`. Ids in brackets may hold dots. */
function partsOf(path: string): string[] {
  const ends = [...path.matchAll(/\[[^\]]*\]|\.?[^.[\]]+/g)].map((match) => match.index + match[0].length);
  return [...new Set([path, ...ends.reverse().map((end) => path.slice(0, end))])];
}
