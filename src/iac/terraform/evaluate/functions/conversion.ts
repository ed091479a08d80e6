import type { Type, Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { ExpressionError } from '../failure.ts';
import { bool, unknownLike } from '../make.ts';
import { markSensitive } from '../marks.ts';
import type { FunctionDefinition, FunctionTable } from './definition.ts';

/** Functions that change the type or the marks of a value. Null and unknown pass. */
export const CONVERSION: FunctionTable = {
  tostring: converting('string'),
  tonumber: converting('number'),
  tobool: converting('bool'),
  tolist: converting({ list: 'any' }),
  toset: converting({ set: 'any' }),
  tomap: converting({ map: 'any' }),
  list: removed('tolist([…])'),
  map: removed('tomap({…})'),
  sensitive: passing(markSensitive),
  // What was sensitive may steer evaluation now, but it is still not shown.
  nonsensitive: passing((value) => value),
  issensitive: {
    parameters: [{ name: 'value', type: 'any', nullable: true, accepts: 'anything', opens: true }],
    returns: 'bool',
    call: (args) => isSensitive(args.value(0)),
  },
  ephemeralasnull: passing((value) => value),
};

/** Functions of Terraform 0.11, of which the name is still there to say so. */
function removed(instead: string): FunctionDefinition {
  return {
    parameters: [],
    variadic: { name: 'vals', type: 'any', nullable: true, accepts: 'anything' },
    returns: 'any',
    call: () => {
      throw new ExpressionError(`this function is gone since Terraform 0.12: write ${instead}`);
    },
  };
}

function passing(call: (value: Value) => Value): FunctionDefinition {
  return {
    parameters: [{ name: 'value', type: 'any', nullable: true, accepts: 'anything' }],
    returns: 'any',
    call: (args) => call(args.value(0)),
  };
}

/** The outer mark. What is not known may still turn out to be sensitive. */
function isSensitive(value: Value): Value {
  if (value.sensitive) return bool(true);
  return value.kind === 'unknown' ? unknownLike(value, 'bool') : bool(false);
}

function converting(type: Type): FunctionDefinition {
  return passing((value) => convert(value, type));
}
