import { revenueDelta } from '../billing/simulation.ts';
import type { CheckResult, VerdictState } from '../../model/result.ts';
import { isNothing } from '../../model/range.ts';
import { monthlyDelta } from '../money.ts';
import { changedModules, hasUnknownDelta } from '../facts.ts';
import { plural } from '../plural.ts';
import type { Headline } from './document.ts';
import { shareOfBase } from './totals.ts';

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
  const { delta } = result.totals;
  if (isNothing(delta.monthly)) {
    return hasUnknownDelta(result) ? `cost unknown for ${unknowns(result, 'changed ')}` : withoutCost(result);
  }
  const rest = hasUnknownDelta(result) ? ` · ${unknowns(result, '')} not priced` : '';
  return monthlyDelta(delta.monthly.likely, result.currency) + shareOfBase(result) + rest;
}

/** Of a change that costs nothing: what it does to revenue, where billing files change. */
function withoutCost({ profiles, simulation }: CheckResult): string {
  if (profiles.length === 0) return 'no cost change';
  return revenueDelta(simulation) ?? 'no cost change of infrastructure';
}

/** `2 resources and 1 module`. */
function unknowns(result: CheckResult, attribute: string): string {
  const parts = [
    [result.unpricedChanges, 'resource'],
    [changedModules(result), 'module'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => plural(count, attribute + what))
    .join(' and ');
}
