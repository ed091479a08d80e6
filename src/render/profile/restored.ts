import type { RestoredVersion } from '../../model/billing/restored.ts';
import type { JsonMeta } from '../json.ts';
import { sectionsText } from '../prices/blocks.ts';
import { type Cell, code } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { renderProfileJson } from './json.ts';

/** Which version was brought back as which, for a person; of a dry run the text of the file alone. */
export function renderRestored(found: RestoredVersion, look: TerminalStyle): string {
  const { restored, profile, supersedes, from, file, termsSha256, notes, written, text } = found;
  if (!written) return text;
  const items: Cell[] = [
    ['wrote ', code(file)],
    `${profile} holds from ${from}, in the place of ${supersedes}, for all customers`,
    `It rates all usage as ${restored} did: both have the terms ${termsSha256}`,
    ...notes.map((note): Cell => ['Note: ', note]),
    'Next: add tests for its prices, run `tollgate profile snapshot`, and commit',
  ];
  return sectionsText(
    [{ title: `${restored} is back as ${profile}`, blocks: [{ kind: 'list', items }] }],
    look,
  );
}

/** The same as JSON by `schema/profile-restored.schema.json`, with the text of the file. */
export function renderRestoredJson(found: RestoredVersion, meta: JsonMeta): string {
  return renderProfileJson('restored', found, meta);
}
