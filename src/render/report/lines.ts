import type { Range } from '../../model/cost.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { CheckResult } from '../../model/result.ts';
import { changedProfiles, hasUnknownDelta, movesCost, unreadParts } from '../facts.ts';
import { money } from '../../model/money-text.ts';
import { bounds, isExact } from '../money.ts';
import { revenueLine } from '../billing/simulation.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Inline, joined, strong } from './document.ts';
import { knownText, total } from './known.ts';
import { pricesLine } from './own-prices.ts';
import { approvers, stepNeeded, versionStep } from './profiles.ts';
import { sideTotal } from './totals.ts';

/** Profiles that are named in the line; the others are counted. */
const NAMED = 3;

/** The short lines below the headline: totals, what they leave out, profiles, what could be known, changed rules. At most seven. */
export function topLines(result: CheckResult): Cell[] {
  return [
    totals(result),
    prices(result),
    leftOut(result),
    known(result),
    profiles(result),
    revenueLine(result.simulation),
    rules(result),
  ].filter((line) => line !== null);
}

function totals(result: CheckResult): Cell | null {
  if (!movesCost(result)) return null;
  const { delta } = result.totals;
  const show = (part: Range): string => money(part.likely, result.currency, { signed: true });
  const range = isExact(delta.monthly)
    ? ''
    : `, range ${bounds(delta.monthly, result.currency, { signed: true })}`;
  return [
    strong(`${sideTotal(result, 'base')} → ${sideTotal(result, 'head')}`),
    ` a month${hasUnknownDelta(result) ? '; known on both sides' : ''}: fixed ${show(delta.fixed)}, variable ${show(delta.variable)}${range}`,
  ];
}

function prices(result: CheckResult): Cell | null {
  return movesCost(result) ? pricesLine(result) : null;
}

function leftOut(result: CheckResult): Cell | null {
  const { unresolvedModules, filesSkipped } = result.coverage;
  const parts = [
    result.unpricedChanges > 0 &&
      plural(
        result.unpricedChanges,
        'changed resource without a known price',
        'changed resources without a known price',
      ),
    unresolvedModules.length > 0 &&
      plural(unresolvedModules.length, 'module that was not read', 'modules that were not read'),
    unreadParts(result) > 0 && plural(unreadParts(result), 'part with an error', 'parts with an error'),
    filesSkipped > 0 && plural(filesSkipped, 'skipped file'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : [strong('Not in these figures:'), ` ${parts.join(', ')}`];
}

/** Said only when something is not. */
function known({ coverage }: CheckResult): Cell | null {
  const { attributes } = coverage;
  if (attributes.known === total(attributes)) return null;
  return [strong('Known:'), ` ${knownText(attributes, 'priced attributes')}`];
}

function profiles(result: CheckResult): Cell | null {
  const changed = changedProfiles(result);
  if (changed.length === 0) return null;
  const named = changed.slice(0, NAMED).map(profile);
  const more = changed.length > NAMED ? [plural(changed.length - NAMED, 'more', 'more')] : [];
  return [strong('Billing profiles:'), ' ', ...joined([...named, ...more], '; ')];
}

function profile(change: ProfileChange): Inline[] {
  const asks = approvers(change);
  return [
    code(change.id),
    ` ${versionStep(change)}`,
    ...(change.bumpSufficient ? [] : [`, ${stepNeeded(change)}`]),
    ...(asks.length === 0 ? [] : [`, ask: ${asks.join(', ')}`]),
  ];
}

function rules(result: CheckResult): Cell | null {
  const [first, ...others] = result.configChanges;
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : `, and ${plural(others.length, 'more', 'more')}`;
  const sentence = more === '' ? first : first.replace(/\.$/, '');
  return [strong("Changes the gate's own rules:"), ` ${sentence}${more}`];
}
