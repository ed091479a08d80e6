import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { compareInstants } from '../../lib/calendar.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';
import { isTimeZone } from '../time/zone.ts';

/** The time zone exists, existing customers do not move before the version begins, and a rollout ends with all of them. */
export function checkCalendar(root: DocumentNode): Diagnostic[] {
  return [
    ...timezone(nodeAt(root, 'timezone')),
    ...migration(root),
    ...rollout(nodeAt(root, 'rollout', 'cohorts')),
  ];
}

function timezone(node: DocumentNode | undefined): Diagnostic[] {
  const name = textOf(node);
  if (node === undefined || name === undefined || isTimeZone(name)) return [];
  const hint = 'Take a name of the IANA database, such as Europe/Berlin, or UTC.';
  return [errorAt(node.span, 'unknown-timezone', `There is no time zone ${quoted(name)}.`, hint)];
}

function migration(root: DocumentNode): Diagnostic[] {
  const [date, from] = [nodeAt(root, 'migration', 'date'), textOf(nodeAt(root, 'effective', 'from'))];
  const day = textOf(date);
  if (date === undefined || day === undefined || from === undefined || compareInstants(day, from) >= 0)
    return [];
  const message = `Customers would move at ${day}, before the version begins at ${from}.`;
  return [errorAt(date.span, 'migration-too-early', message, `Write ${from} or later.`)];
}

/** Each share is of all customers, so that it rises with the dates and ends at 100 percent. */
function rollout(cohorts: DocumentNode | undefined): Diagnostic[] {
  const items = itemsOf(cohorts).map((node) => ({
    node,
    percent: decimal(textOf(nodeAt(node, 'percent')) ?? '0'),
    from: textOf(nodeAt(node, 'from')) ?? '',
  }));
  const unsorted = items.flatMap(({ node, percent, from }, index) => {
    const before = items[index - 1];
    if (before === undefined || (percent.gt(before.percent) && compareInstants(from, before.from) > 0))
      return [];
    const message = 'Cohorts must rise in their dates and in their shares of all customers.';
    return [errorAt(node.span, 'rollout', message)];
  });
  const last = items.at(-1);
  if (last === undefined || last.percent.eq('100')) return unsorted;
  const message = `The rollout ends at ${last.percent.toFixed()} percent of all customers, not at 100.`;
  const hint = 'Each cohort says the share of all customers that has the version from then on: end with 100.';
  return [...unsorted, errorAt(last.node.span, 'rollout', message, hint)];
}
