import type { SourceText } from '../../model/source.ts';
import type { Body, Expression, SyntaxFile } from '../terraform/syntax/ast.ts';
import { jsonBodies } from '../terraform/module/source/json-body.ts';

/** A block of a configuration: `dependency "vpc" { … }`; the label is `""` when there is none. */
export interface LabelledBody {
  readonly label: string;
  readonly body: Body;
  readonly start: number;
  readonly end: number;
}

/** The blocks of a type in a body, with one label at most; JSON syntax writes them as objects. */
export function blocksOf(body: Body, type: string, source: SourceText): readonly LabelledBody[] {
  const native = body.blocks
    .filter((block) => block.type === type)
    .map(({ labels, body: inner, start, end }) => ({
      label: labels[0]?.value ?? '',
      body: inner,
      start,
      end,
    }));
  if (!source.path.endsWith('.json')) return native;
  const attribute = body.attributes.find(({ name }) => name === type);
  return attribute === undefined ? native : [...native, ...jsonBlocks(attribute.value, type)];
}

/** The blocks of a type at the top of a file. */
export function topBlocks(file: SyntaxFile, type: string): readonly LabelledBody[] {
  return blocksOf(file.body, type, file.source);
}

/** The expression of an argument; undefined when it is not written. */
export function argument(body: Body, name: string): Expression | undefined {
  return body.attributes.find((attribute) => attribute.name === name)?.value;
}

/** Types that have no label, or whose label can be left out: what tells is whether an argument of theirs is written. */
const UNLABELLED: Readonly<Record<string, readonly string[]>> = {
  include: ['path'],
  dependencies: ['paths'],
  exclude: ['if', 'actions'],
  remote_state: ['backend'],
  terraform: [],
};

function jsonBlocks(value: Expression, type: string): readonly LabelledBody[] {
  return jsonBodies(value).flatMap((body) => {
    const { start, end } = body;
    const own = Object.hasOwn(UNLABELLED, type) ? UNLABELLED[type] : undefined;
    if (own !== undefined && (own.length === 0 || body.attributes.some(({ name }) => own.includes(name)))) {
      return [{ label: '', body, start, end }];
    }
    return body.attributes.flatMap(({ name, value: inner }) =>
      jsonBodies(inner).map((one) => ({ label: name, body: one, start: one.start, end: one.end })),
    );
  });
}
