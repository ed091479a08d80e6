import type { ComparedBilling, SimulatedBilling } from '../../model/billing/compared.ts';
import { probesSection, simulationSection } from '../billing/simulation.ts';
import { diagnosticJson } from '../json/finding.ts';
import type { JsonMeta } from '../json.ts';
import { profileJson } from '../json/profile.ts';
import { simulationJson } from '../json/simulation.ts';
import { sectionsText } from '../prices/blocks.ts';
import { paragraph, type Section } from '../report/document.ts';
import { profilesSection } from '../report/profiles.ts';
import type { TerminalStyle } from '../terminal.ts';
import { diagnosticsSection } from './diagnostics.ts';
import { renderProfileJson } from './json.ts';

/** What differs in billing files, for a person. */
export function renderCompared(compared: ComparedBilling, look: TerminalStyle): string {
  return sectionsText([changesSection(compared), ...diagnosticsSection(compared.diagnostics)], look);
}

/** What the difference does to those who pay, for a person. */
export function renderSimulated(simulated: SimulatedBilling, look: TerminalStyle): string {
  const { simulation, diagnostics } = simulated;
  const sections = [
    changesSection(simulated),
    simulationSection(simulation),
    probesSection(simulation),
    ...diagnosticsSection(diagnostics),
  ];
  return sectionsText(
    sections.filter((section) => section !== null),
    look,
  );
}

function changesSection(
  compared: ComparedBilling & { readonly simulation?: SimulatedBilling['simulation'] },
): Section {
  const section = profilesSection(compared);
  if (section !== null) return section;
  const { base, head, diagnostics } = compared;
  // Errors of files that are the same on both sides are warnings here.
  return diagnostics.some(({ severity }) => severity === 'error')
    ? { title: 'Billing profiles: changes cannot be read', blocks: [paragraph(UNREAD)] }
    : {
        title: 'Billing profiles: none changed',
        blocks: [paragraph(`No billing file differs between ${base.ref} and ${head.ref} in what it says.`)],
      };
}

const UNREAD = 'What differs cannot be told, since files cannot be read. See the errors below.';

/** The differences as JSON by `schema/profile-diff.schema.json`. */
export function renderComparedJson({ base, head, now, ...found }: ComparedBilling, meta: JsonMeta): string {
  return renderProfileJson('diff', { base, head, now, ...listsJson(found) }, meta);
}

/** The simulation as JSON by `schema/profile-simulation.schema.json`. */
export function renderSimulatedJson(simulated: SimulatedBilling, meta: JsonMeta): string {
  const { base, head, now, environment, simulation } = simulated;
  const found = {
    base,
    head,
    now,
    environment,
    simulation: simulationJson(simulation),
    ...listsJson(simulated),
  };
  return renderProfileJson('simulation', found, meta);
}

function listsJson({ profiles, diagnostics }: Pick<ComparedBilling, 'profiles' | 'diagnostics'>): object {
  return { profiles: profiles.map(profileJson), diagnostics: diagnostics.map(diagnosticJson) };
}
