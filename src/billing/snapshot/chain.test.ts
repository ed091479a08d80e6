import { describe, expect, it } from 'vitest';

import { edit, golden, published } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { checkSnapshots } from './check-snapshots.ts';
import { planSnapshots } from './plan.ts';

type Files = Readonly<Record<string, string>>;

const CARD = 'billing/ratecards/card.yaml';
const TAX = 'billing/tax/europe.yaml';
const PROFILE = 'billing/profiles/standard.yaml';

const open = (files: Files) => openCatalogue(memoryTree(files));

/** The files with their snapshots. */
function recorded(files: Files): Files {
  const { files: written } = planSnapshots(open(files), '2025-12-01T00:00:00Z');
  return { ...files, ...Object.fromEntries(written.map(({ path, text }) => [path, text])) };
}

const card = (version: string, from: string, more = '', lifecycle = 'published') => `kind: RateCard
schemaVersion: 1
id: card
version: ${version}
lifecycle: ${lifecycle}
owner: { accountable: jane }
effective: { ${from} }
${more}currency: USD
skus: [{ id: seats, name: Seats, unit: seat, meter: { aggregate: max }, price: { model: perUnit, unit: '1' } }]
`;
const FIRST = card('1.0.0', 'from: 2026-01-01T00:00:00Z');
const SECOND = card('2.0.0', 'from: 2026-06-01T00:00:00Z', 'supersedes: card@1.0.0\n');
const tax = golden('tax.yaml');

/** `problem version file:line` of what is wrong after a file was changed, all being published. */
function facts(base: Files, change: Files): string[] {
  const head = recorded({ ...base, ...change });
  return checkSnapshots(open(base), open(head)).map(
    ({ problem, version, source }) => `${problem} ${version} ${source.file}:${source.start.line}`,
  );
}

function without(files: Files, path: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

describe('the versions of rate cards', () => {
  const first = recorded({ [CARD]: FIRST });
  const second = recorded({ ...first, [CARD]: SECOND });

  it.each<[string, Files, string, string[]]>([
    ['a good successor', first, SECOND, []],
    [
      'a begin that is not later',
      first,
      card('2.0.0', 'from: 2025-06-01T00:00:00Z'),
      ['version-order card@2.0.0 billing/ratecards/card.yaml:7'],
    ],
    [
      'a version that withdraws one which has not begun',
      first,
      card('2.0.0', 'from: 2025-12-01T00:00:00Z', 'supersedes: card@1.0.0\n'),
      [],
    ],
    [
      'a predecessor that is not the last one',
      second,
      card('3.0.0', 'from: 2026-09-01T00:00:00Z', 'supersedes: card@1.0.0\n'),
      ['supersedes-broken card@3.0.0 billing/ratecards/card.yaml:8'],
    ],
    [
      'a predecessor that is a profile of the same name',
      recorded({ ...first, [PROFILE]: edit(published, ['id: standard', 'id: card'], ['1.2.0', '1.5.0']) }),
      card('2.0.0', 'from: 2026-06-01T00:00:00Z', 'supersedes: card@1.5.0\n'),
      ['supersedes-broken card@2.0.0 billing/ratecards/card.yaml:8'],
    ],
    [
      'a draft that is published below what was',
      { ...second, [CARD]: card('1.1.0', 'from: 2026-09-01T00:00:00Z', '', 'draft') },
      card('1.1.0', 'from: 2026-09-01T00:00:00Z'),
      ['version-order card@1.1.0 billing/ratecards/card.yaml:4'],
    ],
    [
      'an overlap',
      recorded({ [CARD]: card('1.0.0', 'from: 2026-01-01T00:00:00Z, to: 2026-07-01T00:00:00Z') }),
      SECOND,
      ['window-overlap card@2.0.0 billing/ratecards/card.yaml:7'],
    ],
  ])('are told: %s', (_, base, head, expected) => {
    expect(facts(base, { [CARD]: head })).toEqual(expected);
  });
});

it('are told of tax tables, without a way out that those do not have', () => {
  const from = (version: string, instant: string) =>
    edit(tax, ['version: 1.0.0', `version: ${version}\neffective: { from: ${instant} }`]);
  const base = recorded({ [TAX]: from('1.0.0', '2026-06-01T00:00:00Z') });
  const head = recorded({ ...base, [TAX]: from('1.1.0', '2026-06-01T00:00:00Z') });
  expect(checkSnapshots(open(base), open(head))).toMatchObject([
    { problem: 'version-order', hint: 'Let it begin later.', source: { file: TAX, start: { line: 5 } } },
  ]);
});

describe('an id', () => {
  const base = recorded({ [CARD]: FIRST, [TAX]: tax, [PROFILE]: published });
  const next: Files = {
    [CARD]: card('3.0.0', 'from: 2026-06-01T00:00:00Z'),
    [TAX]: edit(tax, ['version: 1.0.0', 'version: 3.0.0']),
    [PROFILE]: edit(
      published,
      ['version: 1.2.0', 'version: 3.0.0'],
      ['from: 2026-01-01', 'from: 2026-06-01'],
    ),
  };

  it.each([
    [CARD, 'The rate card "card" was published and deleted: its id is not used again.'],
    [TAX, 'The tax table "europe" was published and deleted: its id is not used again.'],
    [PROFILE, 'The profile "standard" was published and deleted: its id is not used again.'],
  ])('is not used again after its file was deleted: %s', (file, message) => {
    const head = recorded({ ...without(base, file), [file]: next[file] ?? '' });
    const found = checkSnapshots(open(without(base, file)), open(head));
    expect(found).toMatchObject([{ problem: 'id-reused', message, source: { file } }]);
  });

  it('may have its file put back', () => {
    expect(facts(without(base, CARD), { [CARD]: FIRST })).toEqual([]);
  });

  it('was not deleted where its file could not be read', () => {
    const broken = { ...base, [CARD]: FIRST.replace('currency: USD', 'currency: 1') };
    expect(facts(broken, { [CARD]: next[CARD] ?? '' })).toEqual([]);
    expect(facts({ ...base, [CARD]: ': [' }, { [CARD]: next[CARD] ?? '' })).toEqual([]);
  });

  it('of a retired rate card is not used again', () => {
    const retired = recorded({ [CARD]: FIRST.replace('lifecycle: published', 'lifecycle: retired') });
    expect(facts(retired, { [CARD]: SECOND })).toEqual([
      'id-reused card@2.0.0 billing/ratecards/card.yaml:4',
    ]);
  });
});
