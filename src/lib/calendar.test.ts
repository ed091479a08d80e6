import { describe, expect, it } from 'vitest';

import { compareInstants, isDate, isInstant, plusDays } from './calendar.ts';

describe('isDate', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '2026-12-31'])('%s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });
  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-1-1',
    '0000-01-01',
    '',
  ])('%j does not', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe('isInstant', () => {
  it.each(['2026-01-31T00:00:00Z', '2026-01-31T23:59:59.123456789Z'])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true);
  });
  it.each([
    '2026-01-31',
    '2026-02-30T00:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T00:00:00+01:00',
    '2026-01-31T00:00:00',
  ])('%s is none', (text) => {
    expect(isInstant(text)).toBe(false);
  });
});

describe('compareInstants', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z', 0],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.1Z', -1],
    ['2026-01-01T00:00:01Z', '2026-01-01T00:00:00.9Z', 1],
    ['2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z', -1],
  ])('%s against %s', (a, b, order) => {
    expect(compareInstants(a, b)).toBe(order);
    expect(compareInstants(b, a) + order).toBe(0);
  });
});

it('adds days over the end of a month', () => {
  expect(plusDays('2024-02-28T12:00:00Z', 2)).toBe('2024-03-01T12:00:00Z');
});
