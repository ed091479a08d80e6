import { createHash } from 'node:crypto';

/** Hexadecimal digits that are kept: 80 bits, far more than the findings of one repository need to differ. */
const LENGTH = 20;

/**
 * The identity of a finding: policy, subject and key, but neither line nor text, so that it stays the same when code
 * moves or a figure changes. A hexadecimal text.
 */
export function fingerprint(policyId: string, ...parts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([policyId, ...parts]))
    .digest('hex')
    .slice(0, LENGTH);
}
