import type { Imported } from '../../../diff/imported.ts';
import { parseAddress } from '../../../diff/address.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { numberText } from '../../evaluate/numbers.ts';
import type { Expression } from '../../syntax/ast.ts';
import { declare, spanOf } from '../source/declaration.ts';
import type { Located } from '../source/declaration.ts';
import { staticReference, stepsText } from '../source/static.ts';
import type { Bindings } from './body.ts';
import type { ModuleInstance } from './module-instance.ts';
import { expand } from './repetition.ts';

/**
 * What the `import` blocks of a root module take over: resources that exist and that Terraform does not create (Terraform,
 * "Import"). With `for_each` one for each key; where a key is not known, all instances that it may be.
 */
export function importBlocks(root: ModuleInstance): readonly Imported[] {
  const blocks = root.definition.files.flatMap((file) =>
    file.body.blocks.filter(({ type }) => type === 'import').map((block) => declare(file, block)),
  );
  return blocks.flatMap((declaration) => {
    const to = declaration.attributes.get('to');
    const found = expand(root, declaration).keys.map(({ bindings }) => to && addressOf(root, to, bindings));
    const addresses = found.filter((address) => address !== undefined && parseAddress(address) !== undefined);
    if (addresses.length < found.length) {
      const message = 'An import block has to, the address of a resource; it was skipped.';
      root.run.reportAt('error', 'import-block', message, spanOf(declaration));
    }
    return addresses.map((address) => ({ project: root.run.project.id, address: address ?? '' }));
  });
}

/** An address with evaluated keys; `[*]` for one that is not known. Undefined for what is no address. */
function addressOf(root: ModuleInstance, to: Located, bindings: Bindings): string | undefined {
  const addressIn = (expression: Expression): string | undefined => {
    if (expression.kind !== 'index' && expression.kind !== 'relative') return staticReference(expression);
    const target = addressIn(expression.target);
    if (target === undefined) return undefined;
    if (expression.kind === 'relative') return target + stepsText(expression.steps);
    const key = evaluate(expression.key, root.scope(to.source, bindings));
    if (key.kind === 'string') return `${target}[${JSON.stringify(key.value)}]`;
    return key.kind === 'number' ? `${target}[${numberText(key.value)}]` : `${target}[*]`;
  };
  return addressIn(to.attribute.value);
}
