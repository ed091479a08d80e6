import type { DocumentNode, MappingEntry } from '../../../../model/node.ts';
import type { Attribute, Block, Body, Label } from '../ast.ts';
import type { BlockSchema } from '../schema.ts';
import { jsonExpression, withoutRepeats } from './expression.ts';
import type { Strings } from './expression.ts';
import type { JsonErrors } from './report.ts';

/** What a block of JSON syntax is made of, before its labels are read. */
interface Header {
  readonly type: string;
  readonly start: number;
  readonly labels: readonly Label[];
}

/**
 * A body: properties that the schema names are blocks, all others are arguments, and `"//"` is a comment.
 * An array of objects counts as one body, as if their properties stood in one object.
 * (HCL JSON syntax, "Structural Elements"; where the Go implementation differs from it, the implementation.)
 */
export function jsonBody(node: DocumentNode, schema: BlockSchema, errors: JsonErrors): Body {
  const blocks: Block[] = [];
  const { start, end } = node.span;
  const { entries, complete } = propertiesOf(node, errors);
  let partial = !complete;
  const written = entries.filter(({ key }) => key !== '//');
  for (const entry of written) {
    const block = schema.blocks?.get(entry.key);
    if (block === undefined) continue;
    const header = { type: entry.key, start: entry.keySpan.start, labels: [] };
    if (!addBlocks(blocks, header, entry, block, errors)) partial = true;
  }
  const values = written.filter(({ key }) => schema.blocks?.has(key) !== true);
  const attributes = withoutRepeats(values, ({ key }) => key, errors).map((entry) =>
    jsonAttribute(entry, schema.literals?.has(entry.key) === true ? 'literal' : 'template', errors),
  );
  return { attributes, blocks, ...(partial ? { partial } : {}), start, end };
}

/** A property as an argument. */
export function jsonAttribute(
  { key, keySpan, value }: MappingEntry,
  strings: Strings,
  errors: JsonErrors,
): Attribute {
  const expression = jsonExpression(value, strings, errors);
  return { name: key, nameEnd: keySpan.end, value: expression, start: keySpan.start, end: value.span.end };
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
  errors: JsonErrors,
): boolean {
  const { value } = entry;
  if (header.labels.length < schema.labels) {
    const { entries, complete } = propertiesOf(value, errors);
    if (entries.length === 0 && complete) {
      const message = `Expected an object whose property names are labels of "${header.type}" blocks`;
      errors.add(message, value.span);
      return false;
    }
    return entries
      .map((next) => addBlocks(blocks, withLabel(header, next), next, schema, errors))
      .reduce((all, one) => all && one, complete);
  }
  if (isNull(value)) return true;
  if (value.kind === 'scalar') {
    errors.add(EXPECTED, value.span);
    return false;
  }
  for (const one of value.kind === 'sequence' ? value.items : [value]) {
    const body = jsonBody(one, schema, errors);
    blocks.push({ ...header, headerEnd: entry.keySpan.end, body, end: one.span.end });
  }
  return true;
}

function withLabel(header: Header, { key, keySpan }: MappingEntry): Header {
  return { ...header, labels: [...header.labels, { value: key, start: keySpan.start, end: keySpan.end }] };
}

const EXPECTED = 'Expected an object, or an array of objects';

/** The properties of an object, or of the objects of an array in a row; null has none. What is neither is reported. */
function propertiesOf(
  node: DocumentNode,
  errors: JsonErrors,
): { entries: readonly MappingEntry[]; complete: boolean } {
  if (node.kind === 'mapping') return { entries: node.entries, complete: true };
  if (isNull(node)) return { entries: [], complete: true };
  const items = node.kind === 'sequence' ? node.items : [node];
  const wrong = items.filter((item) => item.kind !== 'mapping');
  for (const { span } of wrong) errors.add(EXPECTED, span);
  const entries = items.flatMap((item) => (item.kind === 'mapping' ? item.entries : []));
  return { entries, complete: wrong.length === 0 };
}

function isNull(node: DocumentNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
