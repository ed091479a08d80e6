import { validate } from '../../config/yaml/validate.ts';
import { publishedSchema } from '../../config/schemas.ts';
import { isJsonObject, listMember, member, type Json, type JsonObject } from '../../lib/json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { unreadableFile } from '../../model/skipped.ts';
import type { Tree } from '../../tree/tree.ts';
import { LOCK_FILE } from '../files.ts';
import { textIn } from '../resolve/json-access.ts';
import { jsonNode } from '../resolve/json-node.ts';
import type { Lock, LockEntry } from './lock.ts';
import { parsedObject } from './parsed-object.ts';

export interface ReadLock {
  readonly entries: Lock;
  readonly diagnostics: readonly Diagnostic[];
}

/** The lock file of a tree; empty when there is none, and with an error when it cannot be read. */
export function readLock(tree: Tree): ReadLock {
  const bytes = tree.read(LOCK_FILE);
  if (bytes === undefined) {
    const reason = tree.unreadable(LOCK_FILE);
    return {
      entries: new Map(),
      diagnostics: reason === undefined ? [] : [unreadableFile(LOCK_FILE, reason)],
    };
  }
  const text = Buffer.from(bytes).toString('utf8');
  const json = parsedObject(text);
  if (json === undefined) return conflicted(text) ?? failed('The lock file is no JSON object.');
  const [invalid] = validate(jsonNode(json, LOCK_FILE), 'the billing lock', publishedSchema('billing-lock'));
  if (invalid !== undefined) return failed(invalid.message);
  // No value of the format holds a blank: only a key that is there twice makes another text.
  if (text.replaceAll(/\s+/g, '') !== JSON.stringify(json))
    return failed('A key of the lock file is there twice.');
  return { entries: entriesOf(json, text), diagnostics: [] };
}

function entriesOf(json: JsonObject, text: string): Lock {
  const lines = new Map(text.split('\n').map((line, index) => [/"([^"]+)": *\{/.exec(line)?.[1], index + 1]));
  const snapshots = member(json, 'snapshots');
  const entries = isJsonObject(snapshots) ? Object.entries(snapshots) : [];
  return new Map(entries.map(([key, entry]) => [key, entryOf(entry, lines.get(key) ?? 1)]));
}

function entryOf(json: Json, line: number): LockEntry {
  const start = { line, column: 1 };
  return {
    sha256: textIn(json, 'sha256'),
    terms: textIn(json, 'terms'),
    publishedAt: textIn(json, 'publishedAt'),
    rollout: listMember(json, 'rollout').map((cohort) => ({
      percent: textIn(cohort, 'percent'),
      from: textIn(cohort, 'from'),
    })),
    place: { file: LOCK_FILE, start, end: start },
  };
}

/** A merge of two branches that both published a version. */
function conflicted(text: string): ReadLock | undefined {
  const at = text.split('\n').findIndex((line) => line.startsWith('<<<<<<< '));
  if (at === -1) return undefined;
  const hint =
    'Take it from the branch that is merged into (`git checkout --ours` or `--theirs`), then run `tollgate profile snapshot`: it adds the lines that lack.';
  return failed('The lock file has the marks of a merge that is not resolved.', hint, at + 1);
}

function failed(
  message: string,
  hint = 'Take it from the commit before, then run `tollgate profile snapshot`: nobody edits it.',
  line = 1,
): ReadLock {
  const start = { line, column: 1 };
  const source = { file: LOCK_FILE, start, end: start };
  return {
    entries: new Map(),
    diagnostics: [{ severity: 'error', code: 'lock-unreadable', message, source, hint }],
  };
}
