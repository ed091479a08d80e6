import { validate } from '../../config/yaml/validate.ts';
import { publishedSchema } from '../../config/schemas.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { unreadableFile } from '../../model/skipped.ts';
import type { Tree } from '../../tree/tree.ts';
import { checkTexts } from '../check/texts.ts';
import { isSnapshotFile } from '../files.ts';
import { jsonNode } from '../resolve/json-node.ts';
import { parsedObject } from './parsed-object.ts';
import { textHash } from './hash.ts';
import { snapshotOfJson } from './of-json.ts';
import { lockKey, snapshotText, type Snapshot } from './snapshot.ts';

/** More are not read, and that is said. */
const MOST_SNAPSHOTS = 20_000;
const WAY_OUT =
  'Take it from the commit before: nobody edits a snapshot. To change a price, publish a new version.';

export interface ReadSnapshots {
  /** By path. */
  readonly snapshots: readonly Snapshot[];
  /** Paths of those that could not be read. */
  readonly broken: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The snapshots of a tree. One that is not exactly as it would be written is an error, and none. */
export function readSnapshots(tree: Tree): ReadSnapshots {
  const paths = [...new Set([...tree.paths, ...tree.skipped.map(({ path }) => path)])].filter(isSnapshotFile);
  const snapshots: Snapshot[] = [];
  const broken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths.slice(0, MOST_SNAPSHOTS)) {
    const found = readOne(tree, path);
    if (found === undefined) continue;
    if ('severity' in found) {
      broken.add(path);
      diagnostics.push(found);
    } else snapshots.push(found);
  }
  for (const path of paths.slice(MOST_SNAPSHOTS)) broken.add(path);
  if (paths.length > MOST_SNAPSHOTS) {
    const message = `There are ${paths.length} snapshots: only the first ${MOST_SNAPSHOTS} were read.`;
    diagnostics.push(errorIn(paths[MOST_SNAPSHOTS] ?? '', 'too-many-files', message));
  }
  return { snapshots, broken, diagnostics };
}

function readOne(tree: Tree, path: string): Snapshot | Diagnostic | undefined {
  const bytes = tree.read(path);
  if (bytes === undefined) {
    const reason = tree.unreadable(path);
    return reason && unreadableFile(path, reason);
  }
  const json = parsedObject(Buffer.from(bytes).toString('utf8'));
  if (json === undefined)
    return errorIn(path, 'snapshot-unreadable', 'The snapshot is no JSON object.', WAY_OUT);
  const root = jsonNode(json, path);
  const [invalid] = [
    ...validate(root, 'a snapshot', publishedSchema('billing-snapshot')),
    ...checkTexts(root),
  ];
  if (invalid !== undefined) return errorIn(path, 'snapshot-unreadable', invalid.message, WAY_OUT);
  const canonical = snapshotText(json);
  if (!Buffer.from(canonical).equals(bytes)) {
    if (Buffer.from(`${canonical.slice(0, -1)}\r\n`).equals(bytes)) return lineEnds(path);
    const message = 'The snapshot is not written as canonical JSON (RFC 8785) with one line break after it.';
    return errorIn(path, 'snapshot-unreadable', message, WAY_OUT);
  }
  const snapshot = snapshotOfJson(json, textHash(canonical.slice(0, -1)));
  if (snapshot.path === path) return snapshot;
  const message = `The snapshot is of ${lockKey(snapshot)}, whose place is ${snapshot.path}.`;
  return errorIn(path, 'snapshot-unreadable', message, WAY_OUT);
}

/** What git makes of a text file where `core.autocrlf` is set. */
function lineEnds(path: string): Diagnostic {
  const message = 'The snapshot ends in CRLF, as git writes text files on Windows.';
  const hint = 'Put `billing/snapshots/** -text` into .gitattributes, and check the files out anew.';
  return errorIn(path, 'snapshot-unreadable', message, hint);
}

function errorIn(file: string, code: string, message: string, hint?: string): Diagnostic {
  const start = { line: 1, column: 1 };
  const source = { file, start, end: start };
  return { severity: 'error', code, message, source, ...(hint === undefined ? {} : { hint }) };
}
