import { expect, it } from 'vitest';
import { normalUnit } from './unit.ts';

it.each([
  ['Hrs', 'hour', 1],
  ['1 Hour', 'hour', 1],
  ['100 Hours', 'hour', 100],
  ['1/Hour', 'hour', 1],
  ['GB-Mo', 'GB-month', 1],
  ['1 GB/Month', 'GB-month', 1],
  ['GiBy.mo', 'GiB-month', 1],
  ['10K', 'operation', 10_000],
  ['10k operations', 'operation', 10_000],
  ['10K/Month', 'operation-month', 10_000],
  ['1M', 'operation', 1_000_000],
  ['1M queries', 'query', 1_000_000],
  ['1/Month', 'month', 1],
  ['months', 'month', 1],
  ['1', 'unit', 1],
  ['100', 'operation', 100],
  ['MB', 'MB', 1],
  ['1 MB', 'MB', 1],
  ['minutes', 'minute', 1],
])('%s is %s by %d', (text, unit, per) => {
  expect(normalUnit(text)).toEqual({ unit, per });
});

it.each(['', 'furlongs', 'constructor', '10K furlongs'])('nobody has named the unit "%s"', (text) => {
  expect(normalUnit(text)).toBeUndefined();
});
