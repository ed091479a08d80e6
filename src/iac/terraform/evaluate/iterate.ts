import type { Unknownness, UnknownValue, Value } from '../../../model/value.ts';
import { sortedEntries } from './canonical.ts';
import { ExpressionError } from './failure.ts';
import { number, text, unknownLike } from './make.ts';
import { markIf } from './marks.ts';
import { throughCollection } from './origin.ts';
import { kindText } from './type-of.ts';

/** One round of a loop. `certain` is false when the element may not be there. */
export interface Round {
  readonly key: Value;
  readonly value: Value;
  readonly certain: boolean;
}

/** What a loop sees of a collection; `open` says why there may be more. */
export interface Rounds {
  readonly items: readonly Round[];
  readonly open: Unknownness | undefined;
  /** Why the order of the items is not certain. */
  readonly unplaced: Unknownness | undefined;
}

/**
 * The elements of a collection in Terraform's order: lists by index, maps and objects by key, sets with the element as
 * its own key. Throws an ExpressionError for null and for what has no elements.
 */
export function iterate(collection: Exclude<Value, UnknownValue>): Rounds {
  switch (collection.kind) {
    case 'list':
    case 'tuple': {
      const { unplaced, rest, items } = collection;
      const rounds = items.map((value, i) => ({
        key: unplaced ? unknownLike(unplaced, 'number') : number(i),
        value: throughCollection(collection, value),
        certain: true,
      }));
      return { items: rounds, open: rest, unplaced };
    }
    case 'set':
      return {
        items: collection.items.map((item) => {
          const value = throughCollection(collection, item);
          return { key: value, value, certain: true };
        }),
        open: collection.rest,
        unplaced: collection.rest,
      };
    case 'map':
    case 'object':
      return {
        items: sortedEntries(collection.entries).map(([key, entry]) => {
          const value = throughCollection(collection, entry);
          const certain = !collection.uncertain?.has(key);
          return { key: markIf(text(key, value.origin), collection.sensitive), value, certain };
        }),
        open: collection.rest,
        unplaced: collection.rest ?? (collection.uncertain?.size ? collection.doubt : undefined),
      };
    default:
      throw new ExpressionError(`a collection is required, not ${kindText(collection)}`);
  }
}
