import { describe, expect, it } from 'vitest';

import { edit, golden, published } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { blame } from './blame.ts';
import { checkSnapshots } from './check-snapshots.ts';
import { planSnapshots } from './plan.ts';
import { restore } from './restore.ts';

type Files = Readonly<Record<string, string>>;

const FILE = 'billing/profiles/standard.yaml';
const LOCK = 'billing.lock.json';
const NOW = '2025-12-01T00:00:00Z';

const open = (files: Files) => openCatalogue(memoryTree(files));

/** The files with what `tollgate profile snapshot` writes. */
function recorded(files: Files, now = NOW): Files {
  const plan = planSnapshots(open(files), now);
  expect(plan.diagnostics).toEqual([]);
  return { ...files, ...Object.fromEntries(plan.files.map(({ path, text }) => [path, text])) };
}

function without(files: Files, path: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

/** `problem version file:line` of each fact. */
function facts(base: Files, head: Files): string[] {
  return checkSnapshots(open(base), open(head)).map(
    ({ problem, version, source }) => `${problem} ${version} ${source.file}:${source.start.line}`,
  );
}

const taxed = edit(published, ['timezone: UTC\n', 'timezone: UTC\ntaxes: europe@1.0.0\n']);
const first: Files = { [FILE]: taxed, 'billing/tax/europe.yaml': golden('tax.yaml') };
const base = recorded(first);
const next = (
  version: string,
  from: string,
  supersedes: string | null = 'standard@1.2.0',
  ...more: [string, string][]
) =>
  edit(
    taxed,
    ['migration:', `${supersedes === null ? '' : `supersedes: ${supersedes}\n`}migration:`],
    ['1.2.0', version],
    ['from: 2026-01-01', `from: ${from}`],
    ["unit: '12.50'", "unit: '14'"],
    ...more,
  );
const second = recorded({ ...base, [FILE]: next('2.0.0', '2026-06-01') }, '2026-04-01T00:00:00Z');
const SNAPSHOT = 'billing/snapshots/standard/1.2.0.json';

describe('what is to be written', () => {
  it('is a snapshot of each published version, and the lock file', () => {
    const plan = planSnapshots(open(first), NOW);
    expect(plan.files.map(({ path }) => path)).toEqual([
      SNAPSHOT,
      'billing/snapshots/tax/europe/1.0.0.json',
      LOCK,
    ]);
    expect(plan.added).toEqual(['BillingProfile/standard@1.2.0', 'TaxTable/europe@1.0.0']);
    const { sha256, termsSha256 } = open(first).profile('standard@1.2.0') ?? {};
    expect(JSON.parse(base[LOCK] ?? '')).toMatchObject({
      version: 1,
      snapshots: { 'BillingProfile/standard@1.2.0': { sha256, terms: termsSha256, publishedAt: NOW } },
    });
  });

  it('is nothing when all is there, for drafts, and beside a lock file that cannot be read', () => {
    expect(planSnapshots(open(base), '2026-02-01T00:00:00Z').files).toEqual([]);
    const draft = { [FILE]: edit(published, ['lifecycle: published', 'lifecycle: draft']) };
    expect(planSnapshots(open(draft), NOW).files).toEqual([]);
    expect(planSnapshots(open({ ...first, [LOCK]: '<<<<<<<' }), NOW).files).toEqual([]);
  });

  it('never takes the place of what was published', () => {
    const changed = { ...base, [FILE]: edit(taxed, ["unit: '12.50'", "unit: '13'"]) };
    for (const files of [changed, without(changed, SNAPSHOT), without(changed, LOCK)]) {
      const plan = planSnapshots(open(files), NOW);
      expect(plan.diagnostics.map(({ code, source }) => [code, source?.file])).toEqual([
        ['published-changed', FILE],
      ]);
      expect(plan.files.filter(({ path }) => path === SNAPSHOT)).toEqual([]);
    }
  });

  it('puts back a snapshot that was lost, and follows the rollout', () => {
    expect(planSnapshots(open(without(base, SNAPSHOT)), NOW).files).toEqual([
      { path: SNAPSHOT, text: base[SNAPSHOT] },
    ]);
    const rollout = "rollout: { cohorts: [{ percent: '100', from: 2026-07-01T00:00:00Z }] }\nx-ticket";
    const rolled = { ...base, [FILE]: edit(taxed, ['x-ticket', rollout]) };
    expect(facts(base, rolled)).toEqual(['rollout-outdated standard@1.2.0 billing/profiles/standard.yaml:5']);
    expect(facts(base, recorded(rolled))).toEqual([]);
    expect(recorded(rolled)[LOCK]).toContain('"rollout"');
  });

  it('keeps rate cards', () => {
    const card = edit(golden('every-model.yaml'), ['lifecycle: draft', 'lifecycle: published']);
    const files = recorded({ 'billing/ratecards/every-model.yaml': card });
    expect(Object.keys(files)).toContain('billing/snapshots/ratecards/every-model/2.0.0-rc.1.json');
    expect(open(files).diagnostics).toEqual([]);
    expect(facts(files, files)).toEqual([]);
  });
});

describe('the record of published versions', () => {
  it('is sound with one more version', () => {
    expect(facts(base, second)).toEqual([]);
    expect(open(second).diagnostics).toEqual([]);
    expect(
      open(second)
        .versions('standard')
        .map(({ terms }) => terms.version),
    ).toEqual(['1.2.0', '2.0.0']);
  });

  const other = (path: string, from: string, to: string) => ({
    ...second,
    [path]: edit(second[path] ?? '', [from, to]),
  });
  const hash = open(base).profile('standard@1.2.0')?.sha256 ?? '';
  it.each<[string, Files, string[]]>([
    [
      'a changed snapshot',
      other(SNAPSHOT, '"unit":"12.5"', '"unit":"12.6"'),
      ['lock-mismatch standard@1.2.0 billing.lock.json:4', `snapshot-edited standard@1.2.0 ${SNAPSHOT}:1`],
    ],
    [
      'a snapshot that is none any more',
      { ...second, [SNAPSHOT]: '{}' },
      [`snapshot-unreadable ${SNAPSHOT} ${SNAPSHOT}:1`, `snapshot-edited standard@1.2.0 ${SNAPSHOT}:1`],
    ],
    [
      'a deleted snapshot',
      without(second, SNAPSHOT),
      [
        'snapshot-missing standard@1.2.0 billing.lock.json:4',
        `snapshot-deleted standard@1.2.0 ${SNAPSHOT}:1`,
      ],
    ],
    [
      'a snapshot and a hash that were changed together',
      (() => {
        const changed = other(SNAPSHOT, '"unit":"12.5"', '"unit":"12.6"');
        const forged = open(changed).versions('standard')[0];
        const lock = edit(
          second[LOCK] ?? '',
          [hash, forged?.sha256 ?? ''],
          [open(base).profile('standard@1.2.0')?.termsSha256 ?? '', forged?.termsSha256 ?? ''],
        );
        return { ...changed, [LOCK]: lock };
      })(),
      ['lock-edited standard@1.2.0 billing.lock.json:4', `snapshot-edited standard@1.2.0 ${SNAPSHOT}:1`],
    ],
    [
      'another date in the lock file',
      other(LOCK, NOW, '2025-12-02T00:00:00Z'),
      ['lock-edited standard@1.2.0 billing.lock.json:4'],
    ],
    [
      'no lock file',
      without(second, LOCK),
      [
        'lock-deleted europe@1.0.0 billing.lock.json:1',
        'lock-deleted standard@1.2.0 billing.lock.json:1',
        `lock-missing standard@1.2.0 ${SNAPSHOT}:1`,
        'lock-missing standard@2.0.0 billing/snapshots/standard/2.0.0.json:1',
        'lock-missing europe@1.0.0 billing/snapshots/tax/europe/1.0.0.json:1',
      ],
    ],
    [
      'a lock file that cannot be read',
      { ...second, [LOCK]: '{' },
      ['lock-unreadable billing.lock.json billing.lock.json:1'],
    ],
    [
      'no snapshot of the new version',
      { ...base, [FILE]: next('2.0.0', '2026-06-01') },
      ['snapshot-missing standard@2.0.0 billing/profiles/standard.yaml:5'],
    ],
    [
      'a file that is not what was published',
      { ...base, [FILE]: edit(taxed, ["unit: '12.50'", "unit: '13'"]) },
      ['snapshot-mismatch standard@1.2.0 billing/profiles/standard.yaml:5'],
    ],
    [
      'a snapshot of a version that no file ever had',
      (() => {
        const made = recorded({ ...base, [FILE]: next('1.5.0', '2026-03-01') });
        return { ...made, [FILE]: taxed };
      })(),
      [`snapshot-unfounded standard@1.5.0 billing/snapshots/standard/1.5.0.json:1`],
    ],
  ])('tells %s', (_, head, expected) => {
    expect(facts(base, head)).toEqual(expected);
  });

  it.each([
    ['be read', 'cadence: monthly', 'cadence: often'],
    ['be resolved', 'taxes: europe@1.0.0', 'taxes: europe@9.0.0'],
  ])('says nothing of a new snapshot whose file cannot %s: that is an error of its own', (_, from, to) => {
    const head = { ...second, [FILE]: edit(second[FILE] ?? '', [from, to]) };
    expect(facts(base, head)).toEqual([]);
    expect(open(head).diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('the chain of versions', () => {
  it.each<[string, string, string, string[]]>([
    [
      'an end before the next begin',
      'to: 2026-05-01T00:00:00Z, minLeadTime',
      next('2.0.0', '2026-06-01'),
      ['window-gap standard@2.0.0 billing/profiles/standard.yaml:10'],
    ],
    [
      'an end after the next begin',
      'to: 2026-07-01T00:00:00Z, minLeadTime',
      next('2.0.0', '2026-06-01'),
      ['window-overlap standard@2.0.0 billing/profiles/standard.yaml:10'],
    ],
    ['an end at the next begin', 'to: 2026-06-01T00:00:00Z, minLeadTime', next('2.0.0', '2026-06-01'), []],
    [
      'a begin that is not later',
      'minLeadTime',
      next('2.0.0', '2026-01-01', null),
      [
        'supersedes-broken standard@2.0.0 billing/profiles/standard.yaml:5',
        'version-order standard@2.0.0 billing/profiles/standard.yaml:10',
      ],
    ],
    ['a withdrawal', 'minLeadTime', next('2.0.0', '2026-01-01', 'standard@1.2.0'), []],
    [
      'a lower number',
      'minLeadTime',
      next('1.1.0', '2026-06-01', null),
      ['version-order standard@1.2.0 billing/snapshots/standard/1.2.0.json:1'],
    ],
    [
      'a predecessor that is not there',
      'minLeadTime',
      next('2.0.0', '2026-06-01', 'standard@1.1.0'),
      ['supersedes-broken standard@2.0.0 billing/profiles/standard.yaml:11'],
    ],
    [
      'a successor that does not say so',
      'minLeadTime',
      next('2.0.0', '2026-06-01', null),
      ['supersedes-broken standard@2.0.0 billing/profiles/standard.yaml:5'],
    ],
  ])('tells %s', (_, effective, head, expected) => {
    const before = recorded({ ...first, [FILE]: edit(taxed, ['minLeadTime', effective]) });
    expect(facts(before, recorded({ ...before, [FILE]: head }))).toEqual(expected);
  });

  it('tells a predecessor that is not the last one, and an id that is used again', () => {
    const third = next('3.0.0', '2026-09-01', 'standard@1.2.0');
    expect(facts(second, recorded({ ...second, [FILE]: third }))).toEqual([
      'supersedes-broken standard@3.0.0 billing/profiles/standard.yaml:11',
    ]);
    const retired = {
      ...second,
      [FILE]: edit(second[FILE] ?? '', ['lifecycle: published', 'lifecycle: retired']),
    };
    expect(
      facts(retired, recorded({ ...second, [FILE]: next('3.0.0', '2026-09-01', 'standard@2.0.0') })),
    ).toEqual(['id-reused standard@3.0.0 billing/profiles/standard.yaml:5']);
  });
});

describe('restore', () => {
  it('writes a new version that rates all usage as the old one did', () => {
    const restored = restore(open(second), 'standard', '1.2.0', { effectiveFrom: '2026-09-01T00:00:00Z' });
    expect([restored.path, restored.profile]).toEqual([FILE, 'standard@3.0.0']);
    const head = recorded({ ...second, [FILE]: restored.text });
    expect(open(head).diagnostics).toEqual([]);
    const profile = open(head).profile('standard@3.0.0');
    expect(profile?.termsSha256).toBe(open(base).profile('standard@1.2.0')?.termsSha256);
    expect(profile?.termsSha256).toBe(restored.termsSha256);
    expect(profile?.termsSha256).not.toBe(open(second).profile('standard@2.0.0')?.termsSha256);
    expect(profile?.terms).toMatchObject({
      supersedes: 'standard@2.0.0',
      migration: { mode: 'all' },
      effective: { from: '2026-09-01T00:00:00Z', to: null },
      lifecycle: 'published',
    });
    expect(facts(second, head)).toEqual([]);
    expect(restored.text).toContain("finance: '@example/finance'");
  });

  it.each<[string, () => unknown, string]>([
    [
      'an unknown version',
      () => restore(open(second), 'standard', '1.0.0', { effectiveFrom: NOW }),
      'There is no version 1.0.0 of the profile "standard".',
    ],
    [
      'an unknown profile',
      () => restore(open(second), 'other', '1.0.0', { effectiveFrom: NOW }),
      'There is no version 1.0.0 of the profile "other".',
    ],
    [
      'a number that is taken',
      () => restore(open(second), 'standard', '1.2.0', { as: '2.0.0', effectiveFrom: NOW }),
      '"2.0.0" is not a higher version than all published ones of "standard".',
    ],
    [
      'no number',
      () => restore(open(second), 'standard', '1.2.0', { as: 'next', effectiveFrom: NOW }),
      '"next" is not a higher version',
    ],
    [
      'no file',
      () => restore(open(without(second, FILE)), 'standard', '1.2.0', { effectiveFrom: NOW }),
      'There is no file of the profile "standard"',
    ],
    [
      'no tax table',
      () =>
        restore(
          open(
            without(without(second, 'billing/tax/europe.yaml'), 'billing/snapshots/tax/europe/1.0.0.json'),
          ),
          'standard',
          '1.2.0',
          { effectiveFrom: NOW },
        ),
      'The tax table europe@1.0.0 is not there',
    ],
  ])('refuses %s', (_, attempt, message) => {
    expect(attempt).toThrow(message);
  });
});

describe('blame', () => {
  it('names version, hash, file and how long it holds', () => {
    const set = { kind: 'BindingSet', schemaVersion: 1, id: 'prod', environment: 'prod' };
    const binding = { type: 'tenant', id: 't-1', profile: 'standard@1.2.0', from: '2026-02-01T00:00:00Z' };
    const moved = recorded({ ...base, [FILE]: next('2.0.0', '2026-06-01', undefined, ['newOnly', 'all']) });
    const files = { ...moved, 'billing/bindings/prod.json': JSON.stringify({ ...set, bindings: [binding] }) };
    const at = (instant: string) => blame(open(files), 'prod', 't-1', null, instant);
    expect(at('2026-05-31T23:59:59Z')).toMatchObject({
      profile: 'standard@1.2.0',
      sha256: hash(SNAPSHOT),
      file: SNAPSHOT,
      snapshot: SNAPSHOT,
      from: '2026-02-01T00:00:00Z',
      to: '2026-06-01T00:00:00Z',
      bindingPlace: { file: 'billing/bindings/prod.json' },
    });
    expect(at('2026-06-01T00:00:00Z')).toMatchObject({
      profile: 'standard@2.0.0',
      file: FILE,
      snapshot: 'billing/snapshots/standard/2.0.0.json',
      to: null,
    });
    expect(at('2026-01-31T23:59:59Z')).toBeUndefined();
    function hash(path: string) {
      return open(files).snapshots.find((snapshot) => snapshot.path === path)?.sha256;
    }
  });
});
