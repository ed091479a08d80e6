import type { ReplaceTrigger } from '../../../../model/resource.ts';
import type { Expression } from '../../syntax/ast.ts';
import { nestedBodies } from '../source/declaration.ts';
import { staticReference } from '../source/static.ts';
import type { ResourceBlock } from './resource-block.ts';

/**
 * What `lifecycle.replace_triggered_by` of a resource names (Terraform, "lifecycle"): resources of its module, by the
 * addresses of their blocks. Which instance is meant may hang on `each.key`, so all of them are.
 */
export function replaceTriggers({ module, declaration }: ResourceBlock): readonly ReplaceTrigger[] {
  const written = nestedBodies(declaration, 'lifecycle')
    .flatMap(({ body }) => body.attributes)
    .findLast(({ name }) => name === 'replace_triggered_by');
  const items = written?.value.kind === 'tuple' ? written.value.items : [];
  return items.flatMap((item) => {
    const [type, name, ...path] = namesIn(item);
    if (type === undefined || name === undefined) return [];
    const block = module.address(`${type}.${name}`);
    return [path.length === 0 ? { block } : { block, attribute: path.join('.') }];
  });
}

/** The names of a reference, without what stands in brackets: `a`, `b`, `id` of `a.b[each.key].id`. */
function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'index':
      return namesIn(expression.target);
    case 'relative': {
      const names = expression.steps.flatMap((step) => (step.kind === 'attribute' ? [step.name] : []));
      return [...namesIn(expression.target), ...names];
    }
    default:
      return (
        staticReference(expression)
          ?.replace(/\[[^\]]*\]/g, '')
          .split('.') ?? []
      );
  }
}
