/** One price of the fact files, times a quantity a month that was worked out by hand. */
export interface Term {
  readonly service: string;
  readonly key: string;
  readonly quantity: string;
  /** Lower bound of the tier; 0 when absent. */
  readonly from?: string;
  /** Where the price stands when it is not the resource's region. */
  readonly region?: string;
}

/** A resource and the parts that the vendor charges for it. */
export interface Configuration {
  readonly type: string;
  readonly title: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly usage?: Readonly<Record<string, string | number>>;
  readonly others?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly terms: readonly Term[];
  /** Lines without a price. */
  readonly unknown?: number;
}

/** Terms of a service, by key, quantity a month and lower bound of the tier. */
export const term =
  (service: string) =>
  (key: string, quantity: string | number, from?: string): Term => ({
    service,
    key,
    quantity: String(quantity),
    ...(from === undefined ? {} : { from }),
  });

/** The term at the price that holds in all regions. */
export const everywhere = (part: Term): Term => ({ ...part, region: 'global' });
