import type { Binding, TermsInForce } from '../../model/billing/binding.ts';
import type { UnbilledRows } from '../../model/billing/simulation.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { instantText } from '../invoice/instant-text.ts';
import type { ComparedCustomer } from './customers.ts';
import { rowsOf } from './left-out-rows.ts';
import type { NameOf } from './rated-pair.ts';

interface Held {
  readonly type: Binding['type'];
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Rows that no invoice has, whether they are compared or not: they lie in whole billing periods in which nothing was in force for
 * their customer on either side. Not those of customers whom the change is the first to bind.
 */
export function unboundRows(
  compared: readonly ComparedCustomer[],
  { cells, origin }: UsageAggregate,
  nameOf: NameOf,
): readonly UnbilledRows[] {
  const held = heldOf(compared, origin);
  if (held.size === 0) return [];
  let first: { readonly cell: UsageCell; readonly type: Binding['type'] } | undefined;
  const isUnbound = (cell: UsageCell) => {
    const own = held.get(cell.customer)?.find(({ type }) => cell.type === null || cell.type === type);
    if (own === undefined || own.spans.some(({ from, to }) => to > cell.from && from < cell.to)) return false;
    first ??= { cell, type: own.type };
    return true;
  };
  const rows = rowsOf(cells, isUnbound);
  if (first === undefined) return [];
  const { cell, type } = first;
  const [from, to] = [cell.from, cell.to].map(instantText);
  const text = `Nothing is in force for the customer "${nameOf(cell.customer, type)}" from ${from ?? ''} to ${to ?? ''}, when it used "${cell.key}".`;
  return [{ reason: 'unbound', rows, first: text, place: { file: origin.files[0] ?? '', line: 1 } }];
}

/** When the customers who were bound before the change have terms, by id; without those who have them for all of the usage. */
function heldOf(
  compared: readonly ComparedCustomer[],
  origin: UsageAggregate['origin'],
): ReadonlyMap<string, readonly Held[]> {
  const held = new Map<string, Held[]>();
  const [first, last] = [Date.parse(origin.from ?? ''), Date.parse(origin.to ?? '')];
  for (const { customer, type, timelines } of compared) {
    if (timelines.base.length === 0) continue;
    const spans = [...timelines.base, ...timelines.head].map(spanOf);
    if (spans.some(({ from, to }) => from <= first && to >= last)) continue;
    held.set(customer, [...(held.get(customer) ?? []), { type, spans }]);
  }
  return held;
}

function spanOf({ from, to }: TermsInForce): Held['spans'][number] {
  return { from: Date.parse(from), to: to === null ? Infinity : Date.parse(to) };
}
