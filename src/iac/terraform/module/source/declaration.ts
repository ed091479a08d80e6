import type { SourceSpan, SourceText } from '../../../../model/source.ts';
import type { Attribute, Block, Body, SyntaxFile } from '../../syntax/ast.ts';
import { jsonBodies } from './json-body.ts';

/** An attribute and the file that it stands in: overrides mix files in one declaration. */
export interface Located {
  readonly source: SourceText;
  readonly attribute: Attribute;
}

/** A body and the file that it stands in. */
export interface LocatedBody {
  readonly source: SourceText;
  readonly body: Body;
}

/** A block inside of a declaration, and the file that it stands in. */
export interface LocatedBlock {
  readonly source: SourceText;
  readonly block: Block;
}

/** A top-level block after overrides were merged into it. */
export interface Declaration {
  readonly source: SourceText;
  /** The primary block: its place is the place of the declaration. */
  readonly block: Block;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, Located>;
  readonly blocks: readonly LocatedBlock[];
  /** A part of it could not be parsed: what is not there may still be written. */
  readonly partial: boolean;
}

/** The declaration that a top-level block makes. */
export function declare(file: SyntaxFile, block: Block): Declaration {
  const { source } = file;
  const isCut = isCutOff(file, block);
  const attributes = isCut ? block.body.attributes.slice(0, -1) : block.body.attributes;
  return {
    source,
    block,
    labels: block.labels.map((label) => label.value),
    attributes: new Map(attributes.map((attribute) => [attribute.name, { source, attribute }])),
    blocks: block.body.blocks.map((inner) => ({ source, block: inner })),
    partial: isCut || block.body.partial === true,
  };
}

/** JSON is not read past an error: it stands in or after the last block, of which the last argument may be half. */
function isCutOff(file: SyntaxFile, block: Block): boolean {
  return (
    file.body.partial === true && file.source.path.endsWith('.json') && file.body.blocks.at(-1) === block
  );
}

/** The place of a declaration: header to closing brace. */
export function spanOf(declaration: Declaration): SourceSpan {
  return {
    source: declaration.source,
    start: declaration.block.start,
    end: declaration.block.end,
  };
}

/** Bodies of the nested blocks of one name; in JSON syntax they are objects or lists of objects. */
export function nestedBodies(declaration: Declaration, name: string): readonly LocatedBody[] {
  const native = declaration.blocks
    .filter(({ block }) => block.type === name)
    .map(({ source, block }) => ({ source, body: block.body }));
  const json = declaration.attributes.get(name);
  if (json === undefined || !json.source.path.endsWith('.json')) return native;
  return [...native, ...jsonBodies(json.attribute.value).map((body) => ({ source: json.source, body }))];
}
