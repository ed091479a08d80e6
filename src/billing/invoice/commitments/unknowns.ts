import type { Commitment } from '../../../model/billing/terms.ts';

/** What is unique in several parts of a period is no number that anybody knows. */
export function uncounted({ id }: Commitment): string {
  return `How many units count for commitment ${id} is not known, and it is not in the amounts: what is unique in a period cannot be told from what is unique in parts of it.`;
}

/** Messages and minutes are no number of anything: a price for each unit says nothing of them together. */
export function unlikeUnits({ id }: Commitment): string {
  return `Commitment ${id} has usage in several units, and a price for each unit beyond it: how many units are charged is not known.`;
}
