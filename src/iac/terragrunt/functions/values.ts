import { ExpressionError } from '../../terraform/evaluate/failure.ts';
import type { FunctionTable } from '../../terraform/evaluate/functions/definition.ts';
import { NULL } from '../../terraform/evaluate/make.ts';
import { deepMerge } from '../merge.ts';

/** Functions of values alone that OpenTofu does not have. */
export function valueFunctions(): FunctionTable {
  return {
    deep_merge: {
      parameters: [],
      variadic: { name: 'maps', type: 'any', nullable: true, accepts: 'anything' },
      returns: 'any',
      call: ({ values }) => {
        const [first, ...others] = values.filter(({ kind }) => kind !== 'null');
        if (first === undefined) return NULL;
        if ([first, ...others].some((value) => !('entries' in value) && value.kind !== 'unknown')) {
          throw new ExpressionError('every argument must be a map or object');
        }
        return others.reduce(deepMerge, first);
      },
    },
  };
}
