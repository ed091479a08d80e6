import type { CorrectionRecord, Corrections } from '../../model/billing/correction.ts';
import { correctionsTable } from '../billing/corrections.ts';
import { diagnosticJson } from '../json/finding.ts';
import type { JsonMeta } from '../json.ts';
import { plural } from '../plural.ts';
import { sectionsText } from '../prices/blocks.ts';
import { paragraph } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { diagnosticsSection } from './diagnostics.ts';
import { csvText } from './focus-csv.ts';
import { renderProfileJson } from './json.ts';

/** Columns of FOCUS 1.2, then its own by name. */
const COLUMNS = [
  'BilledCost',
  'BillingCurrency',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ConsumedQuantity',
  'ConsumedUnit',
  'SkuId',
  'SubAccountId',
  'SubAccountType',
  'x_BillingProfileId',
  'x_BillingProfileVersion',
  'x_BillingProfileSha256',
  'x_CorrectionId',
] as const satisfies readonly (keyof CorrectionRecord)[];

/** The records of corrections for a person. */
export function renderCorrections({ side, records, diagnostics }: Corrections, look: TerminalStyle): string {
  const blocks =
    records.length === 0 ? [paragraph('No correction has a record.')] : [correctionsTable(records)];
  const title = `Corrections at ${side.ref}: ${plural(records.length, 'record')}`;
  return sectionsText([{ title, blocks }, ...diagnosticsSection(diagnostics)], look);
}

/** The records as CSV in the columns of FOCUS. What is wrong is not in it. */
export function renderCorrectionsCsv({ records }: Corrections): string {
  return csvText(
    COLUMNS,
    records.map((record) => ({ ...record })),
  );
}

/** What is wrong, for a person beside the CSV; empty where nothing is. */
export function renderCorrectionErrors({ diagnostics }: Corrections, look: TerminalStyle): string {
  const sections = diagnosticsSection(diagnostics);
  return sections.length === 0 ? '' : sectionsText(sections, look);
}

/** The records and what is wrong as JSON by `schema/profile-corrections.schema.json`. */
export function renderCorrectionsJson({ diagnostics, ...found }: Corrections, meta: JsonMeta): string {
  return renderProfileJson('corrections', { ...found, diagnostics: diagnostics.map(diagnosticJson) }, meta);
}
