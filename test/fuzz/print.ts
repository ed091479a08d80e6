import { isDeepStrictEqual } from 'node:util';
import type { Attribute, Block, Body, SyntaxFile } from '../../src/iac/terraform/syntax/ast.ts';
import { moveOffsets } from '../../src/iac/terraform/syntax/json/offsets.ts';
import { parseNative } from '../../src/iac/terraform/syntax/parse.ts';
import { SourceText } from '../../src/model/source.ts';

/**
 * Throws unless a file in native syntax that is in order is what its tree says: printed item by item, with only
 * space and comments between them, it is the same text; and each item, cut out and read alone, is the same tree.
 */
export function checkPrint(file: SyntaxFile): void {
  if (file.diagnostics.length > 0) return;
  const { text } = file.source;
  checkGaps(file, file.body, text.startsWith('\uFEFF') ? 1 : 0, text.length);
  for (const item of [...file.body.attributes, ...file.body.blocks]) checkAlone(text, item);
}

function checkGaps(file: SyntaxFile, body: Body, from: number, to: number): void {
  const { text } = file.source;
  const items = [...body.attributes, ...body.blocks].sort((a, b) => a.start - b.start);
  let at = from;
  for (const { start, end } of items) {
    checkGap(file, at, start);
    at = end;
  }
  checkGap(file, at, to);
  for (const { body: inner } of body.blocks) {
    if (text.charAt(inner.start) !== '{' || text.charAt(inner.end - 1) !== '}')
      throw new Error(`body at ${inner.start}`);
    checkGaps(file, inner, inner.start + 1, inner.end - 1);
  }
}

/** Between items there is space, and comments that the file lists. */
function checkGap({ source, comments }: SyntaxFile, from: number, to: number): void {
  let rest = '';
  let at = from;
  for (const { start, end } of comments) {
    if (start < at || end > to) continue;
    rest += source.text.slice(at, start);
    at = end;
  }
  rest += source.text.slice(at, to);
  if (!/^[ \t\r\n]*$/.test(rest)) throw new Error(`lost between ${from} and ${to}: ${JSON.stringify(rest)}`);
}

function checkAlone(text: string, item: Attribute | Block): void {
  const alone = parseNative(new SourceText('alone.tf', `${text.slice(item.start, item.end)}\n`));
  const [again] = 'value' in item ? alone.body.attributes : alone.body.blocks;
  const moved = moveOffsets(again, (offset) => offset + item.start);
  if (alone.diagnostics.length > 0 || !isDeepStrictEqual(moved, item)) {
    throw new Error(`reads otherwise alone: ${JSON.stringify(text.slice(item.start, item.end))}`);
  }
}
