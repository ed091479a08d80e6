import type { Body, SyntaxFile } from '../../src/iac/terraform/syntax/ast.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { SourceText } from '../../src/model/source.ts';

/** Throws unless every node lies in its parent, items follow each other, and comments and diagnostics lie in the file. */
export function checkPlaces({ source, body, comments, diagnostics }: SyntaxFile): void {
  const { text } = source;
  checkNode(body, 0, text.length);
  checkOrder(body);
  checkDiagnostics(source, diagnostics);
  let previous = 0;
  for (const { start, end, text: written } of comments) {
    if (start < previous || text.slice(start, end) !== written) throw new Error(`comment at ${start}`);
    previous = end;
  }
}

/** Throws unless every diagnostic has a place in the text. */
export function checkDiagnostics(source: SourceText, diagnostics: readonly Diagnostic[]): void {
  const last = source.position(source.text.length);
  for (const { message, source: place } of diagnostics) {
    if (place === undefined) throw new Error(`no place: ${message}`);
    const { start, end } = place;
    const forward = start.line < end.line || (start.line === end.line && start.column <= end.column);
    const inside = end.line < last.line || (end.line === last.line && end.column <= last.column);
    if (!forward || !inside || place.file !== source.path)
      throw new Error(`${JSON.stringify(place)}: ${message}`);
  }
}

/** Throws unless the offsets of each node below `value` lie between those of its parent. */
export function checkNode(value: unknown, from: number, to: number): void {
  if (Array.isArray(value)) {
    for (const item of value) checkNode(item, from, to);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { start, end } = value as { start?: number; end?: number };
  const isNode = start !== undefined && end !== undefined;
  if (isNode && !(from <= start && start <= end && end <= to)) {
    throw new Error(`${JSON.stringify(value).slice(0, 200)} lies outside of ${from} to ${to}`);
  }
  for (const part of Object.values(value)) checkNode(part, isNode ? start : from, isNode ? end : to);
}

/** Items of a body follow each other in the text, each list in itself. */
function checkOrder({ attributes, blocks }: Body): void {
  for (const list of [attributes, blocks]) {
    let previous = -1;
    for (const { start } of list) {
      if (start < previous) throw new Error(`an item at ${start} after one at ${previous}`);
      previous = start;
    }
  }
  for (const { body } of blocks) checkOrder(body);
}
