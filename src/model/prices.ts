import type { Price } from './cost.ts';

/** What a price book holds of one provider. */
export interface ProviderPrices {
  readonly provider: string;
  readonly services: number;
  readonly regions: number;
  readonly prices: number;
  /** Half of the prices are of this date or newer. */
  readonly asOf: string;
  readonly oldest: string;
  readonly newest: string;
  /** Whole days since `asOf`. */
  readonly ageDays: number;
  /** Days after which it is called old; null for a provider that nobody has looked at. */
  readonly oldAfterDays: number | null;
}

/** What a price book holds of one service. */
export interface ServicePrices {
  readonly provider: string;
  readonly service: string;
  readonly option: string;
  readonly regions: number;
  readonly keys: number;
  readonly prices: number;
  readonly oldest: string;
  readonly newest: string;
  readonly sources: readonly string[];
}

/** `tollgate prices status`. */
export interface PricesStatus {
  /** Content hash of the book. */
  readonly id: string;
  readonly currency: string;
  readonly today: string;
  readonly providers: readonly ProviderPrices[];
  readonly services: readonly ServicePrices[];
  readonly sources: readonly { readonly id: string; readonly repository: string; readonly licence: string }[];
  /** What is old, one sentence each. */
  readonly warnings: readonly string[];
}

/** `tollgate prices lookup`: every price that fits. */
export interface PricesFound {
  readonly id: string;
  readonly provider: string;
  readonly service: string;
  readonly region: string | null;
  readonly words: readonly string[];
  /** By key, then by region. */
  readonly prices: readonly Price[];
  /** What to ask instead, when nothing fits. */
  readonly hint: string | null;
}

/** What the book answers to the queries of one provider's catalog entries. */
export interface ProviderVerification {
  readonly provider: string;
  readonly types: number;
  /** Different price keys; one that is asked for in several places is several. */
  readonly queries: number;
  /** Of them, those that no region answers. */
  readonly nowhere: number;
  /** The other queries times regions: exactly one price, none, several. */
  readonly one: number;
  readonly none: number;
  readonly several: number;
}

/** A key that does not find exactly one price everywhere. */
export interface VerificationException {
  readonly provider: string;
  readonly service: string;
  readonly key: string;
  /** `type component`, sorted: who asks for it. */
  readonly askedBy: readonly string[];
  readonly problem: 'in no region' | 'not in all regions' | 'several' | 'another unit';
  /** Regions that it concerns, or the other unit. */
  readonly where: readonly string[];
  /** Keys of one case of several. */
  readonly candidates: readonly string[];
}

/** `tollgate prices verify`. */
export interface PricesVerification {
  readonly id: string;
  readonly providers: readonly ProviderVerification[];
  readonly exceptions: readonly VerificationException[];
}
