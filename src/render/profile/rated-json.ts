import { attributionOf } from '../../model/billing/attribution.ts';
import type { RatedUsage } from '../../model/billing/rated.ts';
import type { JsonMeta } from '../json.ts';
import { streamedJson } from '../json/streamed.ts';
import { profileJsonHead } from './json.ts';
import { rowCounts } from './row-counts.ts';

/** Rated usage as JSON by `schema/profile-rated.schema.json`, an invoice a piece: decimals as texts, null for what is unknown. */
export function renderRatedJson(rated: RatedUsage, meta: JsonMeta): Generator<string> {
  const { side, by, order, origin, reader, unrated, rejectedRows, allocations, invoices } = rated;
  const counts = rowCounts(rated);
  const attribution = attributionOf(rated.counts);
  const usage = { origin, reader, counts, attribution, rejectedRows, unrated };
  const head = { side, by, order, usage, allocations };
  return streamedJson(profileJsonHead('rated', head, meta), 'invoices', invoices);
}
