import { rangeOf } from '../../../../model/source.ts';
import { parseAddress } from '../../../diff/address.ts';
import type { Moved } from '../../../diff/moved.ts';
import { spanOf } from '../source/declaration.ts';
import type { Declaration } from '../source/declaration.ts';
import { staticReference } from '../source/static.ts';
import type { ModuleInstance } from './module-instance.ts';

/** The `moved` blocks of a module instance with absolute addresses; one that cannot be read is reported. */
export function movedBlocks(module: ModuleInstance): readonly Moved[] {
  return module.definition.moved.flatMap((declaration) => {
    const from = endpoint(declaration, 'from');
    const to = endpoint(declaration, 'to');
    if (from === undefined || to === undefined) {
      const message =
        'A moved block has from and to, each the address of a resource or module; it was skipped.';
      module.run.reportAt('error', 'moved-block', message, spanOf(declaration));
      return [];
    }
    return [
      {
        project: module.run.project.id,
        from: module.address(from),
        to: module.address(to),
        source: rangeOf(spanOf(declaration)),
      },
    ];
  });
}

function endpoint(declaration: Declaration, name: string): string | undefined {
  const located = declaration.attributes.get(name);
  const address = located === undefined ? undefined : staticReference(located.attribute.value);
  return address === undefined || parseAddress(address) === undefined ? undefined : address;
}
