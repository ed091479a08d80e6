import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { DocumentNode, MappingEntry } from '../../../../model/node.ts';
import type { Attribute, Block, Body, Label } from '../ast.ts';
import type { BlockSchema } from '../schema.ts';
import { jsonExpression } from './expression.ts';
import { jsonError } from './report.ts';

type Schema = ReadonlyMap<string, BlockSchema>;

/** What a block of JSON syntax is made of, before its labels are read. */
interface Header {
  readonly type: string;
  readonly start: number;
  readonly labels: readonly Label[];
}

/**
 * A body: properties that the schema names are blocks, all others are arguments, and `"//"` is a comment.
 * An array of objects counts as one body, as if their properties stood in one object.
 */
export function jsonBody(node: DocumentNode, schema: Schema, diagnostics: Diagnostic[]): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const names = new Set<string>();
  let partial = false;
  const { start, end } = node.span;
  const objects = objectsOf(node, diagnostics);
  if (objects === undefined) partial = true;
  for (const entry of objects?.flatMap((object) => object.entries) ?? []) {
    if (entry.key === '//') continue;
    const block = schema.get(entry.key);
    if (block !== undefined) {
      const header = { type: entry.key, start: entry.keySpan.start, labels: [] };
      if (!addBlocks(blocks, header, entry, block, diagnostics)) partial = true;
    } else if (names.has(entry.key)) {
      diagnostics.push(
        jsonError(`"${entry.key}" is set twice in this object; the first one holds`, entry.keySpan),
      );
    } else {
      names.add(entry.key);
      attributes.push(attribute(entry, diagnostics));
    }
  }
  return { attributes, blocks, ...(partial ? { partial } : {}), start, end };
}

/**
 * The blocks below one property: first one level of objects for each label, then the bodies. At each
 * level an array of objects stands for all of them. False when something is not of that form.
 */
function addBlocks(
  blocks: Block[],
  header: Header,
  entry: MappingEntry,
  schema: BlockSchema,
  diagnostics: Diagnostic[],
): boolean {
  const { value } = entry;
  if (value.kind === 'scalar' && value.value === null) return true;
  const objects = objectsOf(value, diagnostics);
  if (objects === undefined) return false;
  if (header.labels.length < schema.labels) {
    const inner = objects.flatMap((object) => object.entries).filter(({ key }) => key !== '//');
    return inner
      .map((next) => addBlocks(blocks, withLabel(header, next), next, schema, diagnostics))
      .every(Boolean);
  }
  for (const object of objects) {
    const body = jsonBody(object, schema.blocks ?? new Map(), diagnostics);
    blocks.push({ ...header, headerEnd: entry.keySpan.end, body, end: object.span.end });
  }
  return true;
}

function withLabel(header: Header, { key, keySpan }: MappingEntry): Header {
  return { ...header, labels: [...header.labels, { value: key, start: keySpan.start, end: keySpan.end }] };
}

function attribute({ key, keySpan, value }: MappingEntry, diagnostics: Diagnostic[]): Attribute {
  const expression = jsonExpression(value, diagnostics);
  return { name: key, nameEnd: keySpan.end, value: expression, start: keySpan.start, end: value.span.end };
}

type ObjectNode = Extract<DocumentNode, { kind: 'mapping' }>;

/** The object, or the objects of an array; undefined, with a diagnostic, for anything else. */
function objectsOf(node: DocumentNode, diagnostics: Diagnostic[]): ObjectNode[] | undefined {
  if (node.kind === 'mapping') return [node];
  const items = node.kind === 'sequence' ? node.items : [node];
  const objects = items.filter((item) => item.kind === 'mapping');
  if (objects.length === items.length) return objects;
  diagnostics.push(jsonError('Expected an object, or an array of objects', node.span));
  return undefined;
}
