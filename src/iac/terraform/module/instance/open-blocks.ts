import type { UnknownValue, Value } from '../../../../model/value.ts';
import { unknownness } from '../../evaluate/make.ts';

/**
 * Nested blocks as a reference sees them: the cloud adds attributes that are not written, so that every object of the
 * list stays open.
 */
export function openBlocks(blocks: Value, computed: UnknownValue): Value {
  switch (blocks.kind) {
    case 'object':
    case 'map': {
      const entries = new Map(
        [...blocks.entries].map(([name, value]) => [name, openBlocks(value, computed)]),
      );
      return { ...blocks, kind: 'object', entries, rest: blocks.rest ?? unknownness(computed) };
    }
    case 'list':
    case 'tuple':
    case 'set':
      return { ...blocks, items: blocks.items.map((item) => openBlocks(item, computed)) };
    default:
      return blocks;
  }
}
