import type { Type, Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { bool } from '../make.ts';
import { hasSensitive, markSensitive } from '../marks.ts';
import type { FunctionDefinition, FunctionTable } from './definition.ts';

/** Functions that change the type or the marks of a value. Null and unknown pass. */
export const CONVERSION: FunctionTable = {
  tostring: converting('string'),
  tonumber: converting('number'),
  tobool: converting('bool'),
  tolist: converting({ list: 'any' }),
  toset: converting({ set: 'any' }),
  tomap: converting({ map: 'any' }),
  sensitive: passing(markSensitive),
  // What was sensitive may steer evaluation now, but it is still not shown.
  nonsensitive: passing((value) => value),
  issensitive: passing((value) => bool(hasSensitive(value))),
  ephemeralasnull: passing((value) => value),
};

function passing(call: (value: Value) => Value): FunctionDefinition {
  return {
    parameters: [{ name: 'value', type: 'any', nullable: true, accepts: 'anything' }],
    returns: 'any',
    call: (args) => call(args.value(0)),
  };
}

function converting(type: Type): FunctionDefinition {
  return passing((value) => convert(value, type));
}
