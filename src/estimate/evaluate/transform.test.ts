import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import { asText, numberReading, type Reading, textReading, unknownReading } from './reading.ts';
import { transform } from './transform.ts';

const number = (value: string): Reading => numberReading(decimal(value), 'size');

describe('pick', () => {
  const cores = { from: 'sku_name', pick: '^GP_Gen5_(\\d+)$' };
  it('takes what the group holds', () => {
    expect(asText(transform(textReading('GP_Gen5_16'), cores))).toBe('16');
    expect(transform(textReading('GP_Gen5_16'), { ...cores, divide: 4 })).toMatchObject({ kind: 'number' });
  });
  it('is not given where nothing matches, however long the text is', () => {
    expect(transform(textReading('BC_Gen5_16'), cores)).toEqual({ kind: 'null', what: 'sku_name' });
    expect(transform(textReading(`GP_Gen5_${'1'.repeat(300)}`), cores).kind).toBe('null');
  });
  it('carries candidates only when all of them match', () => {
    const open = (...texts: string[]) => transform(unknownReading('not known', texts), cores);
    expect(open('GP_Gen5_2', 'GP_Gen5_4')).toMatchObject({ candidates: ['2', '4'] });
    expect(open('GP_Gen5_2', 'x')).toEqual({ kind: 'unknown', reason: 'not known' });
  });
});

describe('upTo', () => {
  const disk = { from: 'size', upTo: { '128': 'P10', '32': 'P4', '64': 'P6' } };
  it.each([
    ['0', 'P4'],
    ['32', 'P4'],
    ['32.5', 'P6'],
    ['65', 'P10'],
    ['128', 'P10'],
  ])('%s is sold as %s', (size, step) => {
    expect(asText(transform(number(size), disk))).toBe(step);
  });
  it('is unknown above the largest, for a range, and for no number', () => {
    const above = transform(number('129'), disk);
    expect(above.kind === 'unknown' ? above.reason : above.kind).toContain('largest');
    const range = { low: decimal('1'), likely: decimal('2'), high: decimal('3') };
    const ranged: Reading = { kind: 'number', range, basis: { evidence: 'C', notes: [] } };
    expect(transform(ranged, disk)).toMatchObject({ kind: 'unknown', reason: 'size is a range' });
    expect(transform(textReading('large'), disk).kind).toBe('unknown');
  });
});
