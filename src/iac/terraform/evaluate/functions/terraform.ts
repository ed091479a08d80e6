import type { Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { text } from '../make.ts';
import { traits } from '../traits.ts';
import { type FunctionTable, stringFunction } from './definition.ts';
import { expressionText, valuesText } from './hcl-encode.ts';

const ANYTHING = { name: 'value', type: 'any', accepts: 'partial' } as const;

/** Functions of the provider that is built in (terraform.io/providers/…/terraform, Functions). */
export const TERRAFORM: FunctionTable = {
  'provider::terraform::encode_expr': {
    parameters: [ANYTHING],
    returns: 'string',
    call: (args) => text(expressionText(whole(args.value(0)))),
  },
  'provider::terraform::encode_tfvars': {
    parameters: [ANYTHING],
    returns: 'string',
    call: (args) => {
      const value = whole(args.value(0));
      if (value.kind !== 'object')
        throw new ExpressionError('an object is required, with a variable for each attribute');
      return text(valuesText(value));
    },
  },
  'provider::terraform::decode_tfvars': stringFunction(['src'], 'any', (args) =>
    args.environment.readValues(args.string(0)),
  ),
};

function whole(value: Value): Value {
  if (traits(value).unknown) throw new ExpressionError('a part of the value is not known');
  return value;
}
