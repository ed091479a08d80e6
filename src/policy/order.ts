import { byCodePoint } from '../lib/order.ts';
import type { Finding } from '../model/finding.ts';

const RANK = { fail: 0, error: 1, warn: 2 } as const;

/** Order of findings: fail, error, warn; then file and line; then policy, subject, message and fingerprint. */
export function byWeight(a: Finding, b: Finding): number {
  return (
    RANK[a.status] - RANK[b.status] ||
    byCodePoint(a.source?.file ?? '', b.source?.file ?? '') ||
    (a.source?.start.line ?? 0) - (b.source?.start.line ?? 0) ||
    byCodePoint(a.policyId, b.policyId) ||
    byCodePoint(a.subject ?? '', b.subject ?? '') ||
    byCodePoint(a.message, b.message) ||
    byCodePoint(a.fingerprint, b.fingerprint)
  );
}
