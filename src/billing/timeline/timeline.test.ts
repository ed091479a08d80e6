import { describe, expect, it } from 'vitest';

import { edit, published } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { snapshotText } from '../snapshot/snapshot.ts';
import { termsAt, termsInForce } from './timeline.ts';

const FILE = 'billing/profiles/standard.yaml';

/** A version as the file of the profile has it. */
function version(number: string, from: string, migration: string, ...more: [string, string][]): string {
  const edits: [string, string][] = [
    ['1.2.0', number],
    ['from: 2026-01-01T00:00:00Z', `from: ${from}`],
    ['{ mode: newOnly }', migration],
  ];
  return edit(published, ...edits, ...more);
}

/** A catalogue with earlier versions as snapshots, the last as a file, and the bindings of customers. */
function catalogue(versions: readonly string[], bindings: readonly object[], lock: object = {}) {
  const kept = versions.slice(0, -1).map((text) => {
    const [profile] = openCatalogue(memoryTree({ [FILE]: text })).profiles;
    if (profile === undefined) throw new Error('not resolved');
    return [`billing/snapshots/standard/${profile.terms.version}.json`, snapshotText(profile.json)];
  });
  const set = { kind: 'BindingSet', schemaVersion: 1, id: 'prod', environment: 'prod', bindings };
  const opened = openCatalogue(
    memoryTree({
      ...(Object.fromEntries(kept) as Record<string, string>),
      [FILE]: versions.at(-1) ?? '',
      'billing/bindings/prod.json': JSON.stringify(set),
      'billing.lock.json': JSON.stringify({ version: 1, snapshots: lock }),
    }),
  );
  expect(opened.diagnostics).toEqual([]);
  return opened;
}

const bound = (id: string, more: object = {}) => ({
  type: 'tenant',
  id,
  profile: 'standard@1.0.0',
  from: '2026-02-01T00:00:00Z',
  ...more,
});

/** `version from to` of each part. */
function parts(opened: ReturnType<typeof catalogue>, customer = 't-1', type: string | null = null): string[] {
  return termsInForce(opened, 'prod', customer, type).map(
    ({ terms, from, to }) => `${terms.version} ${from.slice(0, 10)} ${to?.slice(0, 10) ?? 'open'}`,
  );
}

const first = version('1.0.0', '2026-01-01T00:00:00Z', '{ mode: newOnly }');

describe('the version in force', () => {
  it.each<[string, string, string[]]>([
    [
      'stays for newOnly',
      version('2.0.0', '2026-06-01T00:00:00Z', '{ mode: newOnly }'),
      ['1.0.0 2026-02-01 open'],
    ],
    [
      'changes when the next one begins for all',
      version('2.0.0', '2026-06-01T00:00:00Z', '{ mode: all }'),
      ['1.0.0 2026-02-01 2026-06-01', '2.0.0 2026-06-01 open'],
    ],
    [
      'changes on the date of the migration',
      version('2.0.0', '2026-06-01T00:00:00Z', '{ mode: existingFrom, date: 2026-09-01T00:00:00Z }'),
      ['1.0.0 2026-02-01 2026-09-01', '2.0.0 2026-09-01 open'],
    ],
    [
      'is never a draft',
      version('2.0.0', '2026-06-01T00:00:00Z', '{ mode: all }', ['lifecycle: published', 'lifecycle: draft']),
      ['1.0.0 2026-02-01 open'],
    ],
    [
      'remains what it was when a version is retired',
      version('2.0.0', '2026-06-01T00:00:00Z', '{ mode: all }', [
        'lifecycle: published',
        'lifecycle: retired',
      ]),
      ['1.0.0 2026-02-01 2026-06-01', '2.0.0 2026-06-01 open'],
    ],
    [
      'is the one that the binding names when the other began before it',
      version('2.0.0', '2026-02-01T00:00:00Z', '{ mode: all }'),
      ['1.0.0 2026-02-01 open'],
    ],
  ])('%s', (_, next, expected) => {
    expect(parts(catalogue([first, next], [bound('t-1')]))).toEqual(expected);
  });

  it('is never lower than before, whatever the order of the dates', () => {
    const second = version(
      '2.0.0',
      '2026-04-01T00:00:00Z',
      '{ mode: existingFrom, date: 2026-09-01T00:00:00Z }',
    );
    const third = version('3.0.0', '2026-06-01T00:00:00Z', '{ mode: all }');
    expect(parts(catalogue([first, second, third], [bound('t-1')]))).toEqual([
      '1.0.0 2026-02-01 2026-06-01',
      '3.0.0 2026-06-01 open',
    ]);
  });

  it('holds within the window of the version and of the binding', () => {
    const short = version('1.0.0', '2026-03-01T00:00:00Z', '{ mode: newOnly }', [
      'minLeadTime: P14D',
      'to: 2026-05-01T00:00:00Z',
    ]);
    const next = version('2.0.0', '2026-06-01T00:00:00Z', '{ mode: all }');
    const opened = catalogue([short, next], [bound('t-1', { to: '2026-08-01T00:00:00Z' })]);
    expect(parts(opened)).toEqual(['1.0.0 2026-03-01 2026-05-01', '2.0.0 2026-06-01 2026-08-01']);
    const at = (instant: string) => termsAt(opened, 'prod', 't-1', 'tenant', instant)?.terms.version;
    expect(at('2026-04-30T23:59:59Z')).toBe('1.0.0');
    expect(at('2026-05-01T00:00:00Z')).toBeUndefined();
    expect(at('2026-06-01T00:00:00Z')).toBe('2.0.0');
    expect(at('2026-08-01T00:00:00Z')).toBeUndefined();
  });

  it('follows the bindings of one type, and of an id alone when no other type has it', () => {
    const opened = catalogue(
      [first],
      [
        bound('t-1', { to: '2026-03-01T00:00:00Z' }),
        bound('t-1', { from: '2026-04-01T00:00:00Z' }),
        bound('a-1'),
        bound('a-1', { type: 'account' }),
      ],
    );
    expect(parts(opened)).toEqual(['1.0.0 2026-02-01 2026-03-01', '1.0.0 2026-04-01 open']);
    expect(parts(opened, 'a-1')).toEqual([]);
    expect(parts(opened, 'a-1', 'account')).toEqual(['1.0.0 2026-02-01 open']);
    expect(parts(opened, 'nobody')).toEqual([]);
    expect(termsInForce(opened, 'staging', 't-1', null)).toEqual([]);
  });
});

describe('a rollout', () => {
  const cohorts =
    'rollout: { cohorts: [{ percent: "10", from: 2026-06-01T00:00:00Z }, { percent: "100", from: 2026-07-01T00:00:00Z }] }\nx-ticket';
  const next = version('2.0.0', '2026-06-01T00:00:00Z', '{ mode: all }', ['x-ticket', cohorts]);
  const customers = Array.from({ length: 200 }, (_, index) => `t-${index}`);
  const starts = (opened: ReturnType<typeof catalogue>) =>
    customers.map((customer) => termsInForce(opened, 'prod', customer, null).at(-1)?.from);
  const bindings = customers.map((customer) => bound(customer));

  it('moves about the share of each cohort at its date', () => {
    const dates = starts(catalogue([first, next], bindings));
    const early = dates.filter((date) => date === '2026-06-01T00:00:00Z').length;
    expect(early).toBeGreaterThan(5);
    expect(early).toBeLessThan(45);
    expect(dates.filter((date) => date === '2026-07-01T00:00:00Z')).toHaveLength(200 - early);
  });

  it('moves whoever stands below the share of a cohort, and not who stands at it', () => {
    // `standard/t-1` stands at 7061: the first 32 bits of its SHA-256, modulo 10,000, in hundredths of a percent.
    const moved = (percent: string) => {
      const shares = cohorts.replace('"10"', `"${percent}"`);
      const partly = version('2.0.0', '2026-06-01T00:00:00Z', '{ mode: all }', ['x-ticket', shares]);
      return parts(catalogue([first, partly], [bound('t-1')])).at(-1);
    };
    expect(moved('70.61')).toBe('2.0.0 2026-07-01 open');
    expect(moved('70.62')).toBe('2.0.0 2026-06-01 open');
  });

  it('moves no cohort before the date of the migration', () => {
    const migration = '{ mode: existingFrom, date: 2026-06-20T00:00:00Z }';
    const dated = version('2.0.0', '2026-06-01T00:00:00Z', migration, ['x-ticket', cohorts]);
    const dates = new Set(starts(catalogue([first, dated], bindings)));
    expect(dates).toEqual(new Set(['2026-06-20T00:00:00Z', '2026-07-01T00:00:00Z']));
  });

  it('moves the same customers when the version is only kept, by what the lock file says', () => {
    const third = version('3.0.0', '2026-12-01T00:00:00Z', '{ mode: newOnly }');
    const rollout = [
      { percent: '10', from: '2026-06-01T00:00:00Z' },
      { percent: '100', from: '2026-07-01T00:00:00Z' },
    ];
    const hash = '0'.repeat(64);
    const entry = { sha256: hash, terms: hash, publishedAt: '2026-05-01T00:00:00Z', rollout };
    const kept = catalogue([first, next, third], bindings, { 'BillingProfile/standard@2.0.0': entry });
    expect(starts(kept)).toEqual(starts(catalogue([first, next], bindings)));
  });
});
