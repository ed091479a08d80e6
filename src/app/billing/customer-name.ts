import { createHash } from 'node:crypto';
import { withoutPersonalData } from '../../billing/check/personal-data.ts';

/**
 * How customers are shown: by id, or by the first 12 digits of the SHA-256 of the id. A hash keeps ids out of comments; whoever
 * knows the ids can still tell which is which. An id that holds personal data is always hashed.
 */
export function customerNames(hashed: boolean): (customer: string) => string {
  return (customer) => (hashed || withoutPersonalData(customer) !== customer ? hashOf(customer) : customer);
}

function hashOf(customer: string): string {
  return createHash('sha256').update(customer).digest('hex').slice(0, 12);
}
