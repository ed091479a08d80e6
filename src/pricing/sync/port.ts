import type { Json } from '../../lib/json.ts';
import type { PriceOption } from '../../model/cost.ts';

/** What of a provider's prices is asked for. */
export interface Wanted {
  readonly regions: readonly string[];
  /** Shards, each filled by a rule. */
  readonly services: readonly string[];
  /** Today, `YYYY-MM-DD`: prices that begin later are not in force. */
  readonly today: string;
}

/** One list that is read as a whole. */
export interface PriceList {
  readonly provider: string;
  /** Offer code of AWS, service name of Azure, service id of Google. */
  readonly offer: string;
  /** Region of its prices; `*` for a list of all regions. */
  readonly region: string;
  /** Stamp that changes with the content; null where the cloud gives none, so that the list is always read. */
  readonly version: string | null;
}

/** The lists of what is wanted, and one sentence for each part that cannot be had. */
export interface Listing {
  readonly lists: readonly PriceList[];
  readonly skipped: readonly string[];
}

/** One tier of one price as a list states it, in the units and words of the book. */
export interface ListedRate {
  readonly service: string;
  /** Left out for on demand. */
  readonly option?: PriceOption;
  readonly region: string;
  readonly key: string;
  readonly unit: string;
  /** Lower bound of the tier, in the unit. */
  readonly from: string;
  /** A plain decimal, for one unit. */
  readonly price: string;
  readonly currency: string;
  /** The vendor's SKU; empty when there is none. */
  readonly sku: string;
}

/** Why a row that a rule takes gives no price. */
export interface RowProblem {
  readonly problem: string;
  /**
   * What its key loses by it. Left out: a tier, so that the other tiers are no whole price. `base`: the tier from 0, unless another
   * row gives it. `nothing`: the row was no tier of the key's price.
   */
  readonly loses?: 'base' | 'nothing';
}

/** A tier that a row should have given, and the key that is no whole price without it. */
export interface LostTier extends Pick<ListedRate, 'service' | 'option' | 'region' | 'key'> {
  /** Whether it matters only where no other row gives the tier from 0. */
  readonly isBase: boolean;
}

/** Takes what a list holds, row by row. */
export interface RateSink {
  /** A row was read, whether a rule takes it or not. */
  row(): void;
  rate(rate: ListedRate): void;
  /**
   * A row that a rule takes and that is yet left out: a short reason that few rows differ in, an example, and the tier that its
   * key then lacks.
   */
  leftOut(reason: string, example: string, lost?: LostTier): void;
}

/** The official lists of one provider. */
export interface PriceListSource {
  readonly provider: string;
  /** Throws ListProblem when the provider cannot be asked at all. */
  lists(wanted: Wanted): Promise<Listing>;
  /** Reads a list to its end. Throws ListProblem when it cannot be taken as a whole: nothing of it is then used. */
  read(list: PriceList, wanted: Wanted, sink: RateSink): Promise<void>;
}

/** A body that arrives in pieces. */
export interface ListBody {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes on the wire, where the service says so. */
  readonly length: number | null;
}

/**
 * The way to one service of price lists: only its own host, also after redirects; 5xx, 429 (Retry-After) and broken answers are
 * asked again with growing pauses; sizes and numbers are capped. Everything that goes wrong is a ListProblem.
 */
export interface ListClient {
  /** A document in JSON. `path` is a path with its query, or a whole address, which must be of the service's host. */
  json(path: string): Promise<Json>;
  /** A long body. It throws while it is read when it breaks off or is shorter than was said. */
  open(path: string): Promise<ListBody>;
}

/** Why a list was not taken, in one sentence that holds neither a key nor a query. */
export class ListProblem extends Error {
  override readonly name = 'ListProblem';
  /** What the service answered, where it answered with an error. */
  readonly status: number | undefined;
  /** The body of that answer, where it is JSON. */
  readonly answer: Json | undefined;
  /** Whether the same request may do better a moment later. */
  readonly isPassing: boolean;
  /** Whether it is the host that does not answer, so that no other request will do better. */
  readonly isOfHost: boolean;
  /** Milliseconds that the service asks to wait for. */
  readonly waitFor: number | undefined;

  constructor(
    message: string,
    options: {
      status?: number;
      answer?: Json | undefined;
      isPassing?: boolean;
      isOfHost?: boolean;
      waitFor?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = options.status;
    this.answer = options.answer;
    this.isPassing = options.isPassing ?? false;
    this.isOfHost = options.isOfHost ?? false;
    this.waitFor = options.waitFor;
  }
}
