import { itemsOf, nodeAt } from '../config/yaml/access.ts';
import { byCodePoint } from '../lib/order.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type SkipReason, unreadableFile } from '../model/skipped.ts';
import type { Tree } from '../tree/tree.ts';
import { identityOf, type BillingDocument } from './document.ts';
import { doubleBindings } from './double-bindings.ts';
import { isBillingFile } from './files.ts';
import { readBillingFile, type ReadBilling } from './read.ts';

/** More files are not read, and that is said. */
const MOST_FILES = 2000;

/** Bindings of all files together: files beyond that are not taken, and that is said. */
const MOST_BINDINGS = 200_000;

/** Kinds of files that name no customer. */
const NAMELESS: ReadonlySet<string> = new Set([
  'BillingProfile',
  'RateCard',
  'TaxTable',
  'FxTable',
  'UnitDefinition',
]);

export interface BillingFiles {
  /** Valid files, by path. */
  readonly documents: readonly BillingDocument[];
  /** Paths of files that could not be read. */
  readonly broken: ReadonlySet<string>;
  /** Ids that such files claim. */
  readonly brokenIds: ReadonlySet<string>;
  /** Paths of files that name customers, or may do so: they cannot be read. */
  readonly customerFiles: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads all billing files of a tree: `billing/profiles/` and its sisters. An id that is there twice is an error in both
 * files, so that the one that a pull request adds has it whatever its name.
 * `read` is for one who has read some of them before.
 */
export function loadBilling(tree: Tree, read = readBillingFile): BillingFiles {
  const documents = new Map<string, BillingDocument>();
  const broken = new Set<string>();
  const brokenIds = new Set<string>();
  const customerFiles = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const paths = billingPaths(tree);
  let bindings = 0;
  for (const path of paths.slice(0, MOST_FILES)) {
    const content = tree.read(path) ?? tree.unreadable(path);
    if (content === undefined) continue;
    const { document: valid, claimedId, claimedKind, diagnostics: found } = readFile(path, content, read);
    const own = bindingsOf(valid);
    const isTooMuch = own > 0 && bindings + own > MOST_BINDINGS;
    const document = isTooMuch ? undefined : valid;
    if (isTooMuch) diagnostics.push(tooManyBindings(path));
    else bindings += own;
    if (!NAMELESS.has(claimedKind ?? '')) customerFiles.add(path);
    const first = document && documents.get(identityOf(document));
    if (document !== undefined && first === undefined) documents.set(identityOf(document), document);
    else {
      broken.add(path);
      if (claimedId !== undefined) brokenIds.add(claimedId);
    }
    diagnostics.push(
      ...found,
      ...(document && first ? [sameId(document, first), sameId(first, document)] : []),
    );
  }
  if (paths.length > MOST_FILES) diagnostics.push(tooMany(paths[MOST_FILES] ?? '', paths.length));
  const valid = [...documents.values()];
  return {
    ...{ documents: valid, broken, brokenIds, customerFiles },
    diagnostics: [...diagnostics, ...doubleBindings(valid)],
  };
}

/** Also files that cannot be read: they must not be taken for deleted. */
function billingPaths(tree: Tree): readonly string[] {
  const paths = new Set([...tree.paths, ...tree.skipped.map(({ path }) => path)].filter(isBillingFile));
  return [...paths].sort(byCodePoint);
}

function readFile(path: string, content: Uint8Array | SkipReason, read: typeof readBillingFile): ReadBilling {
  if (typeof content !== 'string') return read(path, content);
  const claimed = { claimedId: undefined, claimedKind: undefined };
  return { document: undefined, ...claimed, diagnostics: [unreadableFile(path, content)] };
}

function sameId(document: BillingDocument, other: BillingDocument): Diagnostic {
  const message = `The ${document.kind} "${document.id}" is in ${other.file} too.`;
  return { ...fileError(document.file, 'duplicate-id', message), hint: 'Give one of them another id.' };
}

function tooMany(file: string, count: number): Diagnostic {
  return fileError(
    file,
    'too-many-files',
    `There are ${count} billing files: only the first ${MOST_FILES} were read.`,
  );
}

function bindingsOf(document: BillingDocument | undefined): number {
  return document?.kind === 'BindingSet' ? itemsOf(nodeAt(document.root, 'bindings')).length : 0;
}

function tooManyBindings(file: string): Diagnostic {
  const message = `With this file there are more than ${MOST_BINDINGS} bindings: it was not read.`;
  const hint =
    'Delete bindings that ended long ago, or keep the customers of each product in a repository of its own.';
  return { ...fileError(file, 'too-many-bindings', message), hint };
}

function fileError(file: string, code: string, message: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return { severity: 'error', code, message, source: { file, start, end: start } };
}
