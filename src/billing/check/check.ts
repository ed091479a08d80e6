import { firstDiagnostics } from '../../config/yaml/first.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { checkAmounts } from './amounts.ts';
import { checkCalendar } from './calendar.ts';
import { checkCommitments } from './commitments.ts';
import { checkCurrencies } from './currencies.ts';
import { checkIds } from './ids.ts';
import { checkJurisdictions } from './jurisdictions.ts';
import { checkReferences } from './references.ts';
import { checkShares } from './shares.ts';
import { checkTerms } from './terms.ts';
import { checkTexts } from './texts.ts';
import { checkTiers } from './tiers.ts';
import { checkWindows } from './windows.ts';

/** What a schema cannot say about a billing file that it accepts. In the order of the checks. */
export function checkDocument(root: DocumentNode): readonly Diagnostic[] {
  const checks = [
    checkTexts,
    checkIds,
    checkTerms,
    checkCurrencies,
    checkTiers,
    checkAmounts,
    checkWindows,
    checkJurisdictions,
    checkCalendar,
    checkReferences,
    checkCommitments,
    checkShares,
  ];
  return firstDiagnostics(checks.flatMap((check) => check(root)));
}

/** The same for a profile with all that it refers to worked in: what its file alone could not tell. */
export function checkResolved(root: DocumentNode): readonly Diagnostic[] {
  const checks = [
    checkIds,
    checkTiers,
    checkAmounts,
    checkWindows,
    checkReferences,
    checkCommitments,
    checkShares,
  ];
  return firstDiagnostics(checks.flatMap((check) => check(root)));
}
