import type { ValidatedBilling } from '../../model/billing/validated.ts';
import { count } from '../../model/money-text.ts';
import { diagnosticJson } from '../json/finding.ts';
import type { JsonMeta } from '../json.ts';
import { plural } from '../plural.ts';
import { sectionsText } from '../prices/blocks.ts';
import type { Cell } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { diagnosticsSection } from './diagnostics.ts';
import { renderProfileJson } from './json.ts';

/** What was found in billing files, for a person. */
export function renderValidated(validated: ValidatedBilling, look: TerminalStyle): string {
  const { side, files, filesWithErrors, snapshots, tests, diagnostics } = validated;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const lines: Cell[] = [
    Object.entries(files)
      .map(([kind, n]) => `${count(n)} ${kind}`)
      .join(' · ') || 'No valid file',
    `${plural(snapshots, 'snapshot')} of published versions`,
    `Tests of the profiles: ${count(tests.passed)} passed, ${count(tests.failed)} failed`,
  ];
  const where = errors === 0 ? '' : ` in ${plural(filesWithErrors, 'file')}`;
  const title = `Billing files at ${side.ref}: ${plural(errors, 'error')}${where}, ${plural(diagnostics.length - errors, 'warning')}`;
  return sectionsText(
    [{ title, blocks: [{ kind: 'list', items: lines }] }, ...diagnosticsSection(diagnostics)],
    look,
  );
}

/** The same as JSON by `schema/profile-validated.schema.json`. */
export function renderValidatedJson({ diagnostics, ...validated }: ValidatedBilling, meta: JsonMeta): string {
  return renderProfileJson('validated', { ...validated, diagnostics: diagnostics.map(diagnosticJson) }, meta);
}
