import type { SourceText } from '../../../../model/source.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { LocatedBlock } from './declaration.ts';
import { jsonBodies } from './json-body.ts';

/** The `dynamic` blocks of JSON syntax, where they are an object by block type: `"dynamic": {"ingress": {…}}`. */
export function dynamicBlocks(source: SourceText, expression: Expression): readonly LocatedBlock[] {
  return jsonBodies(expression)
    .flatMap((types) => types.attributes)
    .flatMap(({ name, nameEnd, value, start, end }) =>
      jsonBodies(value).map((body) => ({
        source,
        block: {
          type: 'dynamic',
          labels: [{ value: name, start, end: nameEnd }],
          headerEnd: nameEnd,
          body,
          start,
          end,
        },
      })),
    );
}
