import type { Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { object, text } from '../make.ts';
import { type Arguments, type FunctionTable, stringFunction } from './definition.ts';

const ARN_PARTS = ['partition', 'service', 'region', 'account_id', 'resource'] as const;

/** Functions of providers that need neither cloud nor credentials (registry.terraform.io/providers/hashicorp/aws, Functions). */
export const PROVIDERS: FunctionTable = {
  'provider::aws::arn_parse': stringFunction(['arn'], 'any', parseArn),
  'provider::aws::arn_build': stringFunction(ARN_PARTS, 'string', (args) =>
    text(['arn', ...ARN_PARTS.map((_, i) => args.string(i))].join(':')),
  ),
  'provider::aws::trim_iam_role_path': stringFunction(['arn'], 'string', (args) =>
    text(args.string(0).replace(/:role\/.*\//s, ':role/')),
  ),
};

function parseArn(args: Arguments): Value {
  const [prefix, ...parts] = args.string(0).split(':');
  if (prefix !== 'arn' || parts.length < 5)
    throw new ExpressionError('an ARN has six parts and begins with "arn:"');
  const values = [...parts.slice(0, 4), parts.slice(4).join(':')];
  return object(new Map(ARN_PARTS.map((name, i) => [name, text(values[i] ?? '')])));
}
