import type { Json } from '../../lib/json.ts';
import type { DocumentNode } from '../../model/node.ts';
import { SourceText, type SourceSpan } from '../../model/source.ts';

/** JSON of a file as a document: every value has the file's begin as its place, since a snapshot is one line. */
export function jsonNode(json: Json, file: string): DocumentNode {
  return nodeOf(json, { source: new SourceText(file, ''), start: 0, end: 0 });
}

function nodeOf(json: Json, span: SourceSpan): DocumentNode {
  if (Array.isArray(json)) {
    return { kind: 'sequence', items: (json as readonly Json[]).map((item) => nodeOf(item, span)), span };
  }
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([key, value]) => ({
      key,
      keySpan: span,
      value: nodeOf(value, span),
    }));
    return { kind: 'mapping', entries, span };
  }
  const value = json;
  return { kind: 'scalar', value, text: String(value), span };
}
