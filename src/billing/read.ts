import { nodeAt, textOf } from '../config/yaml/access.ts';
import { readYamlFile } from '../config/yaml/file.ts';
import { validate } from '../config/yaml/validate.ts';
import { publishedSchema } from '../config/schemas.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkDocument } from './check/check.ts';
import { withoutPersonalData } from './check/personal-data.ts';
import { warningsOf } from './check/warnings.ts';
import { withTexts } from './diagnostics.ts';
import type { BillingDocument, BillingKind } from './document.ts';

/** An id stands near the begin of its file. */
const MOST_HEAD = 10_000;

export interface ReadBilling {
  /** Undefined whenever there is an error. */
  readonly document: BillingDocument | undefined;
  /** The id that an invalid file claims, so that it is not taken for deleted. */
  readonly claimedId: string | undefined;
  /** The kind that it claims; undefined when nobody can tell. */
  readonly claimedKind: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks one billing file. Never throws on bad input. What is said of it has personal data masked. */
export function readBillingFile(file: string, bytes: Uint8Array): ReadBilling {
  const read = readAndCheck(file, bytes);
  return { ...read, diagnostics: read.diagnostics.map((found) => withTexts(found, withoutPersonalData)) };
}

function readAndCheck(file: string, bytes: Uint8Array): ReadBilling {
  const { root, diagnostics } = readYamlFile(file, bytes);
  if (root === undefined) {
    return {
      document: undefined,
      claimedId: idIn(bytes),
      claimedKind: undefined,
      diagnostics: diagnostics.length > 0 ? diagnostics : [empty(file)],
    };
  }
  const claimedId = textOf(nodeAt(root, 'id'));
  const claimedKind = textOf(nodeAt(root, 'kind'));
  const invalid = validate(root, 'a billing file', publishedSchema('billing-profile'));
  const errors = invalid.length > 0 ? invalid : checkDocument(root);
  if (errors.length > 0) return { document: undefined, claimedId, claimedKind, diagnostics: errors };
  const document: BillingDocument = {
    kind: claimedKind as BillingKind,
    id: claimedId ?? '',
    file,
    version: textOf(nodeAt(root, 'version')) ?? null,
    lifecycle: textOf(nodeAt(root, 'lifecycle')) ?? null,
    root,
  };
  return { document, claimedId, claimedKind, diagnostics: warningsOf(root) };
}

/** The id that a text claims which is no YAML that can be read. */
function idIn(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_HEAD));
  return /^(?:id:|\{?\s*"id"\s*:)[ \t]*["']?([a-z][a-z0-9-]{1,62})["']?[ \t]*(?:[,#\r\n]|$)/mu.exec(
    text,
  )?.[1];
}

function empty(file: string): Diagnostic {
  const start = { line: 1, column: 1 };
  const hint = 'Fill it, or delete it.';
  return {
    severity: 'error',
    code: 'empty-file',
    message: 'The file is empty.',
    source: { file, start, end: start },
    hint,
  };
}
