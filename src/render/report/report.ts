import type { CheckResult } from '../../model/result.ts';
import { probesSection, simulationSection } from '../billing/simulation.ts';
import { isQuiet } from '../facts.ts';
import { alert } from './alert.ts';
import { assumptionsSection } from './assumptions.ts';
import { changedProjectsSection, changesSection } from './changes.ts';
import { costLinesSection } from './cost-lines.ts';
import { coverageSection } from './coverage.ts';
import { differencesSection } from './differences.ts';
import { standingSection } from './doubts.ts';
import type { Report, Section } from './document.ts';
import { findingsSection } from './findings.ts';
import { headline } from './headline.ts';
import { topLines } from './lines.ts';
import { ownPricesSection } from './own-prices.ts';
import { profilesSection } from './profiles.ts';
import { rulesSection } from './rules.ts';
import { unitsTable } from './units.ts';
import { unknownsSection } from './unknowns.ts';
import { unreadCallsSection } from './unread-modules.ts';

/** True for a first report, and for one that takes an earlier one back. */
const QUIET = 'This change does not change cost, or no longer changes cost, and violates no policy.';

/** The report that the comment, the summary, the terminal and the page are written from. */
export function buildReport(result: CheckResult): Report {
  const quiet = isQuiet(result);
  return {
    headline: headline(result),
    lines: quiet ? [QUIET] : topLines(result),
    units: quiet ? null : unitsTable(result),
    alert: quiet ? null : alert(result),
    sections: [
      findingsSection(result),
      changesSection(result),
      profilesSection(result),
      simulationSection(result.simulation),
      rulesSection(result),
      unknownsSection(result),
      ...[
        probesSection(result.simulation),
        changedProjectsSection(result),
        assumptionsSection(result),
        differencesSection(result),
        costLinesSection(result),
        ownPricesSection(result),
        unreadCallsSection(result),
        standingSection(result),
        coverageSection(result),
      ].map(asDetail),
    ].filter((section) => section !== null),
  };
}

function asDetail(section: Section | null): Section | null {
  return section === null ? null : { ...section, detail: true };
}
