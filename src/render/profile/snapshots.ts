import type { KeptVersions } from '../../model/billing/kept.ts';
import { diagnosticJson } from '../json/finding.ts';
import type { JsonMeta } from '../json.ts';
import { plural } from '../plural.ts';
import { sectionsText } from '../prices/blocks.ts';
import { type Block, code, paragraph } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { diagnosticsSection } from './diagnostics.ts';
import { renderProfileJson } from './json.ts';

/** What is kept of published versions now, for a person. */
export function renderKept(kept: KeptVersions, look: TerminalStyle): string {
  const { versions, diagnostics } = kept;
  const title =
    versions === null
      ? 'Published versions: billing.lock.json cannot be read'
      : `Published versions: ${plural(versions, 'version')} in billing.lock.json`;
  return sectionsText([{ title, blocks: blocksOf(kept) }, ...diagnosticsSection(diagnostics)], look);
}

function blocksOf(kept: KeptVersions): Block[] {
  const { check, added, rewritten, dropped, files, written, diagnostics } = kept;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (written) {
    const verb = { new: 'wrote', changed: 'changed', deleted: 'deleted' } as const;
    return [
      paragraph(
        added.length === 0 ? '' : `${plural(added.length, 'version')} kept for the first time. `,
        rewritten.length === 0 ? '' : `Not published yet, so written anew: ${rewritten.join(', ')}. `,
        dropped.length === 0
          ? ''
          : `In no file any more and never published, so taken out: ${dropped.join(', ')}. `,
        'Commit what was written:',
      ),
      { kind: 'list', items: files.map(({ path, state }) => [`${verb[state]} `, code(path)]) },
    ];
  }
  if (errors === 0) return [paragraph('All that is published is kept: nothing is to be written.')];
  const todo = files.length === 0 ? [] : [listOfTodo(files)];
  return [
    paragraph(
      check
        ? `Not all is kept as it was published: ${plural(errors, 'error')}.`
        : `Nothing was written: ${plural(errors, 'error')}.`,
    ),
    ...todo,
  ];
}

function listOfTodo(files: KeptVersions['files']): Block {
  const verb = { new: 'write', changed: 'change', deleted: 'delete' } as const;
  return { kind: 'list', items: files.map(({ path, state }) => [`to ${verb[state]}: `, code(path)]) };
}

/** The same as JSON by `schema/profile-snapshots.schema.json`. */
export function renderKeptJson({ diagnostics, ...kept }: KeptVersions, meta: JsonMeta): string {
  return renderProfileJson('snapshots', { ...kept, diagnostics: diagnostics.map(diagnosticJson) }, meta);
}
