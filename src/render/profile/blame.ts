import type { BlamedVersion, BoundPlace, HeldVersion, VersionPart } from '../../model/billing/blamed.ts';
import { diagnosticJson } from '../json/finding.ts';
import type { JsonMeta } from '../json.ts';
import { sourceJson } from '../json/source.ts';
import { sectionsText } from '../prices/blocks.ts';
import { type Block, type Cell, code, paragraph, place, type Section } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { diagnosticsSection } from './diagnostics.ts';
import { renderProfileJson } from './json.ts';

/** Which version a customer is rated with at an instant, for a person; or why there is none. */
export function renderBlamed(blamed: BlamedVersion, look: TerminalStyle): string {
  const { customer, type, environment, instant, held, versions, diagnostics } = blamed;
  const who = `${held?.binding.type ?? type ?? 'customer'} ${customer} in ${environment}, ${instant}`;
  const found: Section = {
    title: `${who}: ${held?.profile ?? 'no version'}`,
    blocks: held === null ? [paragraph(wordsFor(blamed))] : [heldTable(held)],
  };
  return sectionsText(
    [found, ...historySection(versions), ...bindingsSection(blamed), ...diagnosticsSection(diagnostics)],
    look,
  );
}

function wordsFor({ reason, hint }: BlamedVersion): string {
  return [reason, hint].filter((text) => text !== null).join(' ');
}

function heldTable({ from, to, sha256, termsSha256, file, binding, snapshot }: HeldVersion): Block {
  const { path, exists, publishedAt, commit, missing } = snapshot;
  const rows: Cell[][] = [
    ['In force', windowText(from, to)],
    ['Hash', code(sha256)],
    ['Hash of terms', code(termsSha256)],
    ['Read from', code(file)],
    ['Bound', [place(binding.source), ` to ${binding.profile}, ${windowText(binding.from, binding.to)}`]],
    ['Snapshot', exists ? code(path) : 'none'],
    ['Published', publishedAt ?? 'not in billing.lock.json'],
    [
      'Commit',
      commit === null
        ? (missing ?? '')
        : [code(commit.id), ` ${commit.date ?? 'without a date'} `, commit.subject],
    ],
  ];
  return { kind: 'table', columns: [{ title: '' }, { title: '' }], rows };
}

function historySection(versions: readonly VersionPart[]): Section[] {
  if (versions.length < 2) return [];
  const items = versions.map(({ profile, from, to }) => `${profile} ${windowText(from, to)}`);
  return [{ title: 'Versions that hold for this customer', blocks: [{ kind: 'list', items }] }];
}

/** The only binding of a customer is told with the version. */
function bindingsSection({ bindings, held }: BlamedVersion): Section[] {
  if (bindings.length === 0 || (bindings.length === 1 && held !== null)) return [];
  const items = bindings.map((binding): Cell => [
    place(binding.source),
    ` ${binding.environment}: ${binding.type} to ${binding.profile}, ${windowText(binding.from, binding.to)}`,
  ]);
  return [{ title: 'Bindings of this customer', blocks: [{ kind: 'list', items }] }];
}

function windowText(from: string, to: string | null): string {
  return to === null ? `from ${from}, without an end` : `from ${from} to ${to}`;
}

/** The same as JSON by `schema/profile-blame.schema.json`. */
export function renderBlamedJson(blamed: BlamedVersion, meta: JsonMeta): string {
  const { held, bindings, diagnostics, ...rest } = blamed;
  return renderProfileJson(
    'blame',
    {
      ...rest,
      held: held && { ...held, binding: boundJson(held.binding) },
      bindings: bindings.map(boundJson),
      diagnostics: diagnostics.map(diagnosticJson),
    },
    meta,
  );
}

function boundJson({ source, ...binding }: BoundPlace): object {
  return { ...binding, source: sourceJson(source) };
}
