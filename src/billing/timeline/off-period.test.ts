import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { perUnit, profile, sku } from '../simulate/test-support/world.ts';
import { offPeriodWarnings } from './off-period.ts';

const SKUS = `skus:\n${sku('calls', perUnit('2'))}`;

function opened(header: Readonly<Record<string, string>>, ...begins: readonly string[]) {
  const bindings = begins.map(
    (from, at) => `  - { type: tenant, id: t-${at}, profile: pro@1.0.0, from: ${from} }\n`,
  );
  const catalogue = openCatalogue(
    memoryTree({
      ...profile('pro', '1.0.0', SKUS, header),
      'billing/bindings/prod.yaml': `kind: BindingSet\nschemaVersion: 1\nid: prod\nenvironment: prod\nbindings:\n${bindings.join('')}`,
    }),
  );
  expect(catalogue.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return catalogue;
}

/** What is said of the date that a version begins at. */
function said(from: string, timezone: string, cadence = 'monthly') {
  const [found, ...others] = offPeriodWarnings(
    opened({ effective: `{ from: ${from} }`, timezone, cadence }, '2027-03-15T10:11:12Z'),
  );
  expect(others).toEqual([]);
  return found === undefined ? 'nothing' : `${found.message} ${found.hint ?? ''}`;
}

describe('the begin of a version', () => {
  it.each([
    ['Europe/Berlin', '2027-02-01T00:00:00Z', '1 hour after', '2027-01-31T23:00:00Z'],
    ['Europe/Berlin', '2027-07-01T00:00:00Z', '2 hours after', '2027-06-30T22:00:00Z'],
    ['Europe/Berlin', '2027-06-30T23:00:00Z', '1 hour after', '2027-06-30T22:00:00Z'],
    ['America/Los_Angeles', '2027-02-01T00:00:00Z', '8 hours before', '2027-02-01T08:00:00Z'],
    ['Asia/Kolkata', '2027-02-01T00:00:00Z', '5 hours 30 minutes after', '2027-01-31T18:30:00Z'],
    ['Pacific/Kiritimati', '2027-02-01T00:00:00Z', '14 hours after', '2027-01-31T10:00:00Z'],
    ['UTC', '2027-01-31T23:00:00Z', '1 hour before', '2027-02-01T00:00:00Z'],
  ])('in %s misses a period with %s', (timezone, from, slip, begin) => {
    expect(said(from, timezone)).toBe(
      `"effective.from" of pro@1.0.0 is ${from}, ${slip} the begin of a billing period (monthly, ${timezone}). Write ${begin} if that begin is meant.`,
    );
  });

  it.each([
    ['is one of a period', 'Europe/Berlin', '2027-01-31T23:00:00Z'],
    ['is one of a period in summer', 'Europe/Berlin', '2027-06-30T22:00:00Z'],
    ['is one of a period in UTC', 'UTC', '2027-02-01T00:00:00Z'],
    ['lies in the midst of one', 'Europe/Berlin', '2027-02-15T00:00:00Z'],
    ['is no midnight', 'Europe/Berlin', '2027-02-01T09:30:00Z'],
    ['is a second beside one', 'UTC', '2027-02-01T00:00:01Z'],
  ])('gives no warning where it %s', (_, timezone, from) => {
    expect(said(from, timezone)).toBe('nothing');
  });

  it('is held against the periods of its own cadence', () => {
    expect(said('2027-02-01T00:00:00Z', 'Europe/Berlin', 'quarterly')).toBe('nothing');
    expect(said('2027-02-15T00:00:00Z', 'Europe/Berlin', 'daily')).toContain('2027-02-14T23:00:00Z');
  });
});

const BERLIN = { timezone: 'Europe/Berlin', effective: '{ from: 2025-12-31T23:00:00Z }' };

it('looks at migrations, cohorts and bindings, each at its place, and names nobody', () => {
  const header = {
    ...BERLIN,
    migration: '{ mode: existingFrom, date: 2026-02-01T00:00:00Z }',
    rollout:
      '{ cohorts: [{ percent: "10", from: 2026-03-01T00:00:00Z }, { percent: "100", from: 2026-03-31T22:00:00Z }] }',
  };
  const found = offPeriodWarnings(opened(header, '2026-05-01T00:00:00Z', '2026-04-30T22:00:00Z'));
  expect(
    found.map(({ severity, code, message, source }) => [
      severity,
      code,
      message.split(' 2026')[0],
      `${source?.file ?? ''}:${source?.start.line ?? 0}`,
    ]),
  ).toEqual([
    ['warning', 'off-period', '"migration.date" of pro@1.0.0 is', 'billing/profiles/pro.yaml:9'],
    ['warning', 'off-period', '"rollout.cohorts[0].from" of pro@1.0.0 is', 'billing/profiles/pro.yaml:15'],
    ['warning', 'off-period', 'A binding to pro@1.0.0 begins at', 'billing/bindings/prod.yaml:6'],
  ]);
  expect(JSON.stringify(found)).not.toContain('t-0');
});

it('says of a change only what it brings', () => {
  const before = opened(BERLIN, '2026-05-01T00:00:00Z');
  const after = opened(BERLIN, '2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z');
  expect(offPeriodWarnings(after, before).map(({ source }) => source?.start.line)).toEqual([7]);
  expect(offPeriodWarnings(after, after)).toEqual([]);
});

it('says of many dates of a file that there are more', () => {
  const begins = Array.from({ length: 60 }, (_, at) => `${2027 + at}-05-01T00:00:00Z`);
  const found = offPeriodWarnings(opened(BERLIN, ...begins));
  expect(found).toHaveLength(51);
  expect(found.at(-1)).toMatchObject({ severity: 'warning', code: 'more-errors' });
});

it('says what is the same of many bindings of a file once', () => {
  const begins = Array.from({ length: 60 }, () => '2026-05-01T00:00:00Z');
  const [found, ...others] = offPeriodWarnings(opened(BERLIN, ...begins));
  expect(others).toEqual([]);
  expect(found?.message).toContain('There are 59 more of it in this file.');
});
