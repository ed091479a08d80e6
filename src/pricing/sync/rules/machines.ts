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

/** Shards of composed machines. */
export const MACHINE_SERVICES: readonly string[] = ['compute', 'compute-committed', 'compute-spot'];
