import { type Decimal, decimal } from '../../lib/decimal.ts';
import type { UsageCounts } from './usage.ts';

/** How far recorded usage is somebody's, in percent of the rows that somebody should be billed for; null without such rows. */
export interface Attribution {
  /** Rows that were taken. */
  readonly accuracy: Decimal | null;
  /** Rows without a customer or a SKU that is known. */
  readonly untagged: Decimal | null;
}

/** Attribution accuracy and untagged rate of what was read. Doublets and shared cost are nobody's to bill and count for neither. */
export function attributionOf({ rows, accepted, deduplicated, pooled, rejected }: UsageCounts): Attribution {
  const all = rows - deduplicated - pooled;
  const share = (part: number) => (all === 0 ? null : decimal(part).times('100').div(decimal(all)));
  const untagged = (rejected['unknown-identity'] ?? 0) + (rejected['unknown-sku'] ?? 0);
  return { accuracy: share(accepted), untagged: share(untagged) };
}
