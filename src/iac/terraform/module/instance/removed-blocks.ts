import { rangeOf } from '../../../../model/source.ts';
import { parseAddress } from '../../../diff/address.ts';
import type { Forgotten } from '../../../diff/vanished.ts';
import { nestedBodies, spanOf } from '../source/declaration.ts';
import type { Declaration } from '../source/declaration.ts';
import { staticReference } from '../source/static.ts';
import type { ModuleInstance } from './module-instance.ts';

/**
 * The `removed` blocks of a module instance that do not destroy. Without `destroy` Terraform destroys and OpenTofu does not
 * ("Removing resources" in both manuals), so that only a written `true` counts as a delete.
 */
export function removedBlocks(module: ModuleInstance): readonly Forgotten[] {
  return module.definition.removed.filter(keepsRunning).flatMap((declaration) => {
    const located = declaration.attributes.get('from');
    const from = located === undefined ? undefined : staticReference(located.attribute.value);
    if (from === undefined || parseAddress(from) === undefined) {
      const message = 'A removed block has from, the address of a resource or module; it was skipped.';
      module.run.reportAt('error', 'removed-block', message, spanOf(declaration));
      return [];
    }
    const source = rangeOf(spanOf(declaration));
    return [{ project: module.run.project.id, from: module.address(from), source }];
  });
}

function keepsRunning(declaration: Declaration): boolean {
  const written = nestedBodies(declaration, 'lifecycle')
    .flatMap(({ body }) => body.attributes)
    .findLast(({ name }) => name === 'destroy')?.value;
  return !(written?.kind === 'literal' && written.value === true);
}
