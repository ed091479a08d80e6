import type { CheckResult, VerdictState } from '../../model/result.ts';
import { isNothing, monthlyDelta, percent, percentOf } from '../money.ts';
import { plural } from '../plural.ts';
import type { Headline } from './document.ts';

const STATES: Readonly<Record<VerdictState, Headline>> = {
  pass: { icon: '✅', words: 'pass', tone: 'good' },
  warn: { icon: '⚠️', words: 'pass with warnings', tone: 'muted' },
  pending: { icon: '⏳', words: 'waits for approval', tone: 'muted' },
  fail: { icon: '❌', words: 'blocked', tone: 'bad' },
  error: { icon: '❌', words: 'could not decide', tone: 'bad' },
};

/** The verdict in one line, with its number: `Tollgate: blocked · +$132.57/mo (+33.1%)`. */
export function headline(result: CheckResult): Headline {
  const { icon, words, tone } = STATES[result.verdict.state];
  return { icon, tone, words: `Tollgate: ${words} · ${costWords(result)}` };
}

/** The monthly delta with its percentage, and what it leaves out: `+$132.57/mo (+33.1%) · 2 not priced`. */
function costWords(result: CheckResult): string {
  const { base, delta } = result.totals;
  const unknown = result.unpricedChanges;
  if (isNothing(delta.monthly)) {
    return unknown === 0 ? 'no cost change' : `cost unknown for ${plural(unknown, 'changed resource')}`;
  }
  const share = percentOf(delta.monthly.likely, base.monthly.likely);
  const shown = share === null ? '' : ` (${percent(share, { signed: true })})`;
  const rest = unknown === 0 ? '' : ` · ${plural(unknown, 'resource')} not priced`;
  return monthlyDelta(delta.monthly.likely, result.currency) + shown + rest;
}
