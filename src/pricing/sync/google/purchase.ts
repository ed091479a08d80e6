import type { PriceOption } from '../../../model/cost.ts';

/** How something is bought. */
export interface Purchase {
  /** Name of the option in the table of machine families. */
  readonly table: 'on_demand' | 'spot' | 'committed_use';
  /** Shard of the machines that are bought so. */
  readonly machines: string;
  /** Left out for on demand. */
  readonly option?: PriceOption;
  /** `1y`, `3y`; of commitments alone. */
  readonly term?: string;
}

const committed = { table: 'committed_use', machines: 'compute-committed', option: 'committed_use' } as const;

const byUsageType: ReadonlyMap<string, Purchase> = new Map([
  ['OnDemand', { table: 'on_demand', machines: 'compute' }],
  ['Preemptible', { table: 'spot', machines: 'compute-spot', option: 'spot' }],
  ['Commit1Yr', { ...committed, term: '1y' }],
  ['Commit3Yr', { ...committed, term: '3y' }],
]);

/** The way to buy that a SKU's `usageType` names; undefined for one that the book does not know. */
export function purchaseOf(usageType: string): Purchase | undefined {
  return byUsageType.get(usageType);
}
