import type { Body, Block, SyntaxFile } from '../../syntax/ast.ts';

/** The argument, or else the block, around a place. */
export interface Statement {
  readonly start: number;
  /** What it sets: `local.size`, `type of module.web`, `default of var.size`, `aws_instance.web`. */
  readonly role: string;
}

/** The innermost argument around an offset of a file, or else the block; undefined outside of both. */
export function statementAt(file: SyntaxFile, offset: number): Statement | undefined {
  const top = file.body.blocks.find((block) => isIn(block, offset));
  if (top === undefined) {
    const attribute = file.body.attributes.find((one) => isIn(one, offset));
    return attribute && { start: attribute.start, role: attribute.name };
  }
  const argument = top.body.attributes.find((one) => isIn(one, offset));
  const inner = argument ?? innermost(top.body, offset);
  return { start: (inner ?? top).start, role: roleOf(top, argument?.name) };
}

function innermost(body: Body, offset: number): { readonly start: number } | undefined {
  const block = body.blocks.find((one) => isIn(one, offset));
  if (block === undefined) return body.attributes.find((one) => isIn(one, offset));
  return innermost(block.body, offset) ?? block;
}

function isIn(node: { readonly start: number; readonly end: number }, offset: number): boolean {
  return node.start <= offset && offset < node.end;
}

function roleOf({ type, labels }: Block, argument: string | undefined): string {
  const name = labels.map((label) => label.value).join('.');
  switch (type) {
    case 'locals':
      return argument === undefined ? 'locals' : `local.${argument}`;
    case 'variable':
      return argument === 'default' ? `default of var.${name}` : `var.${name}`;
    case 'module':
      return argument === undefined ? `module.${name}` : `${argument} of module.${name}`;
    default: {
      const block = type === 'resource' ? name : [type, name].filter((part) => part !== '').join('.');
      return argument === 'count' || argument === 'for_each' ? `${argument} of ${block}` : block;
    }
  }
}
