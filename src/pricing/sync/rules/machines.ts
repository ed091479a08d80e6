/** What a machine type is made of: virtual CPUs, GiB of memory, GPUs, GiB of local SSD. */
export type MachinePart = 'cpu' | 'gib' | 'gpu' | 'ssd';

/** By part: the description, without its region, of the SKU that prices one of it. */
export type PartNames = Readonly<Partial<Record<MachinePart, string>>>;

/** Of which SKUs the price of a machine type is the sum: Google's list has parts only. */
export interface Machines {
  readonly offer: string;
  readonly families: Readonly<
    Record<
      string,
      { readonly on_demand: PartNames; readonly spot?: PartNames; readonly committed_use?: PartNames }
    >
  >;
  readonly types: Readonly<
    Record<string, { readonly family: string } & Readonly<Partial<Record<MachinePart, number>>>>
  >;
}

/** Shards of composed machines, and the table of a family that each is made by. */
const tables = {
  compute: 'on_demand',
  'compute-committed': 'committed_use',
  'compute-spot': 'spot',
} as const;

/** Shards of composed machines. */
export const MACHINE_SERVICES: readonly string[] = Object.keys(tables);

/** Globs of the keys that composing may give of a shard: one a type whose family has the parts; none for another shard. */
export function machineKeys({ families, types }: Machines, service: string): string[] {
  return Object.entries(tables)
    .filter(([name]) => name === service)
    .flatMap(([, table]) =>
      Object.entries(types)
        .filter(([, { family }]) => families[family]?.[table] !== undefined)
        .map(([type]) => `instance|${type}|linux${table === 'committed_use' ? '|*' : ''}`),
    );
}
