import type { Decimal } from '../../../../lib/decimal.ts';
import type { Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { bool, list, text } from '../make.ts';
import { type Arguments, type FunctionTable, parameter, stringFunction } from './definition.ts';
import {
  type Prefix,
  addressText,
  networkValue,
  parseAddress,
  parsePrefix,
  prefixText,
} from './ip-address.ts';

/** Functions on blocks of IP addresses, by whole numbers of any size. */
export const NETWORK: FunctionTable = {
  cidrhost: {
    parameters: [parameter('prefix', 'string'), parameter('hostnum', 'number')],
    returns: 'string',
    call: (args) => text(host(parsePrefix(args.string(0)), whole(args.number(1)))),
  },
  cidrnetmask: stringFunction(['prefix'], 'string', netmask),
  cidrsubnet: {
    parameters: [
      parameter('prefix', 'string'),
      parameter('newbits', 'number'),
      parameter('netnum', 'number'),
    ],
    returns: 'string',
    call: (args) =>
      text(prefixText(subnet(parsePrefix(args.string(0)), args.integer(1), whole(args.number(2))))),
  },
  cidrsubnets: {
    parameters: [parameter('prefix', 'string')],
    variadic: parameter('newbits', 'number'),
    returns: { list: 'string' },
    call: subnets,
  },
  cidrcontains: stringFunction(['containing_prefix', 'contained_ip_or_prefix'], 'bool', contains),
};

function whole(value: Decimal): bigint {
  if (!value.round(0, 0).eq(value) || value.e > 40) throw new ExpressionError('a whole number is required');
  return BigInt(value.toFixed(0));
}

/** A negative number counts from the end of the block. */
function host(prefix: Prefix, wanted: bigint): string {
  const size = 1n << BigInt(prefix.address.bits - prefix.length);
  const position = wanted < 0n ? size + wanted : wanted;
  if (position < 0n || position >= size) throw new ExpressionError('the block has no host with this number');
  return addressText({ value: networkValue(prefix) | position, bits: prefix.address.bits });
}

function netmask(args: Arguments): Value {
  const { address, length } = parsePrefix(args.string(0));
  if (address.bits !== 32) throw new ExpressionError('IPv6 blocks have no netmask');
  const hostBits = BigInt(32 - length);
  return text(addressText({ value: (0xffffffffn >> hostBits) << hostBits, bits: 32 }));
}

function subnet(prefix: Prefix, newBits: number, index: bigint): Prefix {
  const { bits } = prefix.address;
  const length = prefix.length + newBits;
  if (newBits < 0 || length > bits)
    throw new ExpressionError(`the block cannot be extended by ${newBits} bits`);
  if (index < 0n || index >= 1n << BigInt(newBits)) {
    throw new ExpressionError(`${newBits} more bits do not hold this network number`);
  }
  const value = networkValue(prefix) | (index << BigInt(bits - length));
  return { address: { value, bits }, length };
}

/** Blocks one after the other, each at the next place where it fits. */
function subnets(args: Arguments): Value {
  const prefix = parsePrefix(args.string(0));
  const { bits } = prefix.address;
  const end = networkValue(prefix) + (1n << BigInt(bits - prefix.length));
  let next = networkValue(prefix);
  const blocks = args.values.slice(1).map((_, i) => {
    const newBits = args.integer(i + 1);
    const length = prefix.length + newBits;
    if (newBits < 1 || newBits > 32 || length > bits)
      throw new ExpressionError(`the block cannot be extended by ${newBits} bits`);
    const size = 1n << BigInt(bits - length);
    const value = ((next + size - 1n) / size) * size;
    if (value + size > end) throw new ExpressionError('the blocks do not fit');
    next = value + size;
    return text(prefixText({ address: { value, bits }, length }));
  });
  return list(blocks, 'string');
}

function contains(args: Arguments): Value {
  const outer = parsePrefix(args.string(0));
  const source = args.string(1);
  const single = source.includes('/') ? undefined : parseAddress(source);
  if (!source.includes('/') && !single) throw new ExpressionError('an IP address or block is required');
  const inner = single ? { address: single, length: single.bits } : parsePrefix(source);
  if (inner.address.bits !== outer.address.bits)
    throw new ExpressionError('IPv4 and IPv6 cannot be compared');
  const shift = BigInt(outer.address.bits - outer.length);
  const inside = inner.address.value >> shift === outer.address.value >> shift;
  return bool(inner.length >= outer.length && inside);
}
