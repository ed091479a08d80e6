import { describe, expect, it } from 'vitest';
import { daysIn, periodAt, periodsBetween, windowAt } from './periods.ts';
import { isTimeZone } from './zone.ts';

const at = (text: string) => Date.parse(text);
const shown = ({ from, to }: { from: number; to: number }) =>
  [from, to].map((instant) => new Date(instant).toISOString().replace(':00.000Z', 'Z'));

describe('a billing period', () => {
  it.each([
    ['daily', 'UTC', '2026-03-01T12:00:00Z', '2026-03-01T00:00Z', '2026-03-02T00:00Z'],
    ['weekly', 'UTC', '2026-03-01T12:00:00Z', '2026-02-23T00:00Z', '2026-03-02T00:00Z'],
    ['monthly', 'UTC', '2024-02-29T23:59:59Z', '2024-02-01T00:00Z', '2024-03-01T00:00Z'],
    ['quarterly', 'UTC', '2026-12-31T23:59:59Z', '2026-10-01T00:00Z', '2027-01-01T00:00Z'],
    ['yearly', 'UTC', '2026-06-01T00:00:00Z', '2026-01-01T00:00Z', '2027-01-01T00:00Z'],
    ['monthly', 'Europe/Berlin', '2026-03-31T22:30:00Z', '2026-03-31T22:00Z', '2026-04-30T22:00Z'],
    ['monthly', 'Europe/Berlin', '2026-03-31T21:30:00Z', '2026-02-28T23:00Z', '2026-03-31T22:00Z'],
    ['monthly', 'Asia/Kolkata', '2026-01-31T18:30:00Z', '2026-01-31T18:30Z', '2026-02-28T18:30Z'],
    ['daily', 'America/Sao_Paulo', '2018-11-04T12:00:00Z', '2018-11-04T03:00Z', '2018-11-05T02:00Z'],
    ['daily', 'America/New_York', '2026-11-01T12:00:00Z', '2026-11-01T04:00Z', '2026-11-02T05:00Z'],
  ] as const)('%s in %s around %s', (cadence, zone, instant, from, to) => {
    expect(shown(periodAt(cadence, zone, at(instant)))).toEqual([from, to]);
  });

  it('follows the one before without a gap, through changes of clocks too', () => {
    for (const zone of ['UTC', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Beirut']) {
      const periods = periodsBetween('daily', zone, at('2017-01-01T00:00:00Z'), at('2019-01-01T00:00:00Z'));
      expect(periods.length).toBeGreaterThan(729);
      periods.slice(1).forEach((period, index) => {
        expect(period.from).toBe(periods[index]?.to);
        expect(period.to - period.from).toBeGreaterThan(22 * 3_600_000);
      });
    }
  });

  it('has the days of its calendar, though clocks change', () => {
    const march = periodAt('monthly', 'Europe/Berlin', at('2026-03-15T00:00:00Z'));
    expect(march.to - march.from).toBe((31 * 24 - 1) * 3_600_000);
    expect(daysIn('Europe/Berlin', march)).toBe(31);
  });
});

describe('a meter window', () => {
  it.each([
    ['hour', 'UTC', '2026-03-01T12:34:56Z', '2026-03-01T12:00Z', '2026-03-01T13:00Z'],
    ['hour', 'Asia/Kolkata', '2026-03-01T12:34:56Z', '2026-03-01T12:30Z', '2026-03-01T13:30Z'],
    ['day', 'Asia/Kolkata', '2026-03-01T12:34:56Z', '2026-02-28T18:30Z', '2026-03-01T18:30Z'],
    ['period', 'UTC', '2026-03-01T12:34:56Z', '2026-01-01T00:00Z', '2027-01-01T00:00Z'],
  ] as const)('%s in %s around %s', (window, zone, instant, from, to) => {
    expect(shown(windowAt(window, 'yearly', zone, at(instant)))).toEqual([from, to]);
  });
});

it('knows time zones', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true);
  expect(isTimeZone('Europe/Atlantis')).toBe(false);
});
