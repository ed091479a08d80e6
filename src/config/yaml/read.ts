import { EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import type { Event } from 'js-yaml';

import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceText } from '../../model/source.ts';
import { NodeBuilder } from './build.ts';
import { firstDiagnostics } from './first.ts';
import { problemDiagnostic, YamlProblem } from './problem.ts';
import { syntaxHint } from './syntax-hint.ts';

/** Longest document that is read, in UTF-16 units. */
export const MAX_DOCUMENT_LENGTH = 1024 * 1024;

/** Levels of lists and mappings. */
const MAX_DEPTH = 100;
const LIMITS = { aliases: 100, nodes: 200_000, depth: MAX_DEPTH };

export interface YamlDocument {
  /** Undefined when the document is empty, and whenever there is an error. */
  readonly root: DocumentNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads one YAML 1.2 or JSON document with the place of every node. Never throws on bad input.
 * Stricter than YAML where a reviewer could be misled: duplicate keys, merge keys, tags and a second
 * document are errors, aliases are bounded also by what they add. An alias is the node of its anchor
 * and points there.
 */
export function readYaml(source: SourceText): YamlDocument {
  try {
    const events = documentEvents(source);
    if (events.length === 0) return { root: undefined, diagnostics: [] };
    const builder = new NodeBuilder(source, events, LIMITS);
    const root = builder.build();
    const diagnostics = firstDiagnostics(
      builder.duplicates.map((problem) => problemDiagnostic(source, problem)),
    );
    return diagnostics.length > 0 ? { root: undefined, diagnostics } : { root, diagnostics };
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    return { root: undefined, diagnostics: [problemDiagnostic(source, error)] };
  }
}

/** The events of the one document that a file may hold; none when it is empty. */
function documentEvents(source: SourceText): Event[] {
  if (source.text.length > MAX_DOCUMENT_LENGTH) {
    const message = `The file is longer than ${MAX_DOCUMENT_LENGTH} characters and was not read.`;
    throw new YamlProblem('yaml-too-large', message, { start: 0, end: 0 });
  }
  const events = parse(source);
  const second = events.findIndex((event, index) => index > 0 && event.type === EVENT_ID.DOCUMENT);
  if (second === -1) return events;
  const start = firstOffset(events.slice(second)) ?? source.text.length;
  throw new YamlProblem(
    'yaml-multiple-documents',
    'The file holds more than one document.',
    { start, end: start },
    'Keep one document in a file: split it at the line with "---".',
  );
}

function parse(source: SourceText): Event[] {
  try {
    return parseEvents(source.text, { maxDepth: MAX_DEPTH + 1 });
  } catch (error) {
    // The parser's manual asks to catch every exception that hostile input may cause, not only its own.
    const known = error instanceof YAMLException;
    const reason = known ? error.reason : 'the parser gave up';
    const start = known ? (error.mark?.position ?? 0) : 0;
    const message = `This is not valid YAML: ${reason}.`;
    throw new YamlProblem('yaml-syntax', message, { start, end: start }, syntaxHint(reason));
  }
}

function firstOffset(events: readonly Event[]): number | undefined {
  for (const event of events) {
    if (event.type === EVENT_ID.SCALAR && event.valueStart !== -1) return event.valueStart;
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
    if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  }
  return undefined;
}
