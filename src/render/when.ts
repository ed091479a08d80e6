import type { Decimal } from '../lib/decimal.ts';
import type { CommentConfig } from '../model/config.ts';
import type { CheckResult } from '../model/result.ts';
import {
  blockingFindings,
  changedProfiles,
  hasUnknownDelta,
  movesCost,
  needsAttention,
  unreadParts,
} from './facts.ts';

export interface CommentDecision {
  /** Write a first comment. */
  readonly create: boolean;
  /** Bring an existing comment up to date: a stale one would be wrong. */
  readonly update: boolean;
  readonly reason: string;
}

/**
 * Whether the result deserves a comment, by `comment.when` and `comment.minimumAmount`. A comment that stands is always
 * brought up to date, except with `never`. What is unknown counts as more than any minimum.
 */
export function commentDecision(result: CheckResult, config: CommentConfig): CommentDecision {
  if (config.when === 'never') return { create: false, update: false, reason: 'comments are switched off' };
  const why = reasonToCreate(result, config);
  if (why !== null) return { create: true, update: true, reason: why };
  const reason = config.when === 'violations' ? 'nothing is violated' : 'nothing to tell';
  return { create: false, update: true, reason };
}

function reasonToCreate(result: CheckResult, config: CommentConfig): string | null {
  if (config.when === 'always') return 'each pull request gets a comment';
  if (isViolated(result)) return 'the gate does not pass';
  if (config.when === 'violations') return null;
  if (needsAttention(result)) return 'there are findings';
  if (unreadParts(result) > 0) return 'parts of the input could not be read';
  if (hasUnknownDelta(result)) return 'a cost is unknown';
  if (changedProfiles(result).length > 0) return 'billing profiles change';
  if (result.configChanges.length > 0) return 'rules of the gate change';
  return movesCost(result) && reaches(result, config.minimumAmount) ? 'the cost changes' : null;
}

function isViolated(result: CheckResult): boolean {
  return ['fail', 'pending', 'error'].includes(result.verdict.state) || blockingFindings(result).length > 0;
}

/** The total monthly delta, at its largest, is at least the minimum. */
function reaches(result: CheckResult, minimum: Decimal | null): boolean {
  const { low, likely, high } = result.totals.delta.monthly;
  return minimum === null || [low, likely, high].some((amount) => amount.abs().gte(minimum));
}
