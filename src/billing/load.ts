import type { Diagnostic } from '../model/diagnostic.ts';
import type { Tree } from '../tree/tree.ts';
import { identityOf, type BillingDocument } from './document.ts';
import { isBillingFile } from './files.ts';
import { readBillingFile } from './read.ts';

/** More files are not read, and that is said. */
const MOST_FILES = 2000;

export interface BillingFiles {
  /** Valid files, by path. */
  readonly documents: readonly BillingDocument[];
  /** Paths of files that could not be read. */
  readonly broken: ReadonlySet<string>;
  /** Ids that such files claim. */
  readonly brokenIds: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all billing files of a tree: `billing/profiles/` and its sisters. An id that is there twice is an error. */
export function loadBilling(tree: Tree): BillingFiles {
  const documents = new Map<string, BillingDocument>();
  const broken = new Set<string>();
  const brokenIds = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const paths = tree.paths.filter(isBillingFile);
  for (const path of paths.slice(0, MOST_FILES)) {
    const bytes = tree.read(path);
    const {
      document,
      claimedId,
      diagnostics: found,
    } = bytes === undefined ? notRead(path) : readBillingFile(path, bytes);
    const first = document && documents.get(identityOf(document));
    if (document !== undefined && first === undefined) documents.set(identityOf(document), document);
    else {
      broken.add(path);
      if (claimedId !== undefined) brokenIds.add(claimedId);
    }
    diagnostics.push(...found, ...(document && first ? [sameId(document, first)] : []));
  }
  if (paths.length > MOST_FILES) diagnostics.push(tooMany(paths[MOST_FILES] ?? '', paths.length));
  return { documents: [...documents.values()], broken, brokenIds, diagnostics };
}

function notRead(file: string): ReturnType<typeof readBillingFile> {
  const message = 'The file is too large and was not read.';
  return {
    document: undefined,
    claimedId: undefined,
    diagnostics: [fileError(file, 'file-too-large', message)],
  };
}

function sameId(document: BillingDocument, first: BillingDocument): Diagnostic {
  const message = `The ${document.kind} "${document.id}" is in ${first.file} already.`;
  return { ...fileError(document.file, 'duplicate-id', message), hint: 'Give one of them another id.' };
}

function tooMany(file: string, count: number): Diagnostic {
  return fileError(
    file,
    'too-many-files',
    `There are ${count} billing files: only the first ${MOST_FILES} were read.`,
  );
}

function fileError(file: string, code: string, message: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return { severity: 'error', code, message, source: { file, start, end: start } };
}
