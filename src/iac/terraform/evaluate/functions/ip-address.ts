import { ExpressionError } from '../failure.ts';

/** An address as a number; `bits` is 32 for IPv4 and 128 for IPv6. */
export interface Address {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

/** A block of addresses. `address` keeps the host bits as they were written. */
export interface Prefix {
  readonly address: Address;
  readonly length: number;
}

/** An address block such as `10.0.0.0/16`; anything else is an error. */
export function parsePrefix(source: string): Prefix {
  const [host = '', size = '', ...more] = source.split('/');
  const address = parseAddress(host);
  const length = /^\d{1,3}$/.test(size) ? Number(size) : Number.NaN;
  if (!address || more.length > 0 || !(length <= address.bits)) {
    throw new ExpressionError('an address block must look like 10.0.0.0/16 or fd00::/48');
  }
  return { address, length };
}

/** An IPv4 or IPv6 address; undefined when it is none. IPv4 parts may have leading zeros, as Terraform still takes them. */
export function parseAddress(source: string): Address | undefined {
  if (!source.includes(':')) {
    const value = parseV4(source);
    return value === undefined ? undefined : { value, bits: 32 };
  }
  const value = parseV6(source);
  return value === undefined ? undefined : { value, bits: 128 };
}

function parseV4(source: string): bigint | undefined {
  const parts = source.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,8}$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(Number(part)), 0n);
}

function parseV6(source: string): bigint | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(source);
  const v4 = tail?.[2] === undefined ? undefined : parseV4(tail[2]);
  if (tail && v4 === undefined) return undefined;
  const text =
    tail && v4 !== undefined
      ? `${tail[1] ?? ''}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`
      : source;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...new Array<string>(missing).fill('0'), ...rest];
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

/** The canonical text of an address (RFC 5952 for IPv6). */
export function addressText({ value, bits }: Address): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn));
  if (value >> 32n === 0xffffn) return addressText({ value: value & 0xffffffffn, bits: 32 });
  const { start, length } = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  return best;
}

/** The block's address without host bits. */
export function networkValue({ address, length }: Prefix): bigint {
  const host = BigInt(address.bits - length);
  return (address.value >> host) << host;
}

/** The text of a block. */
export function prefixText({ address, length }: Prefix): string {
  return `${addressText(address)}/${length}`;
}
