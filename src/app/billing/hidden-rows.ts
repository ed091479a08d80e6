import type { UsageAggregate } from '../../model/billing/usage.ts';

const HIDDEN = 'What it holds is not shown, since customers are hidden.';

/** Recorded usage whose rejected rows are named by file and line alone: what is said of them holds ids of customers. */
export function withHiddenRows(usage: UsageAggregate): UsageAggregate {
  return { ...usage, rejectedRows: usage.rejectedRows.map((row) => ({ ...row, message: HIDDEN })) };
}
