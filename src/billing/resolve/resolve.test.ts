import { describe, expect, it } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import { snapshotText } from '../snapshot/snapshot.ts';
import { openCatalogue, type Catalogue } from './catalogue.ts';

const HEAD = `schemaVersion: 1
owner: { accountable: '@jane' }
effective: { from: 2026-01-01T00:00:00Z }
currency: USD
`;
const PROFILE = `kind: BillingProfile
environment: prod
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: P3D
timezone: UTC
${HEAD}`;

function profile(id: string, more: string, version = '1.0.0', lifecycle = 'published'): string {
  return `${PROFILE}id: ${id}\nversion: ${version}\nlifecycle: ${lifecycle}\n${more}`;
}

const sku = (id: string, unit: string) =>
  `  - { id: ${id}, name: ${id}, unit: one, meter: { aggregate: sum }, price: { model: perUnit, unit: '${unit}' } }\n`;

const BASE = profile(
  'base',
  `skus:\n${sku('calls', '0.10')}${sku('seats', '5')}discounts:
  - { id: spring, type: percent, value: '10', skus: [seats], precedence: 1, stacking: stack }
parameters:
  call-price: { path: 'skus[calls].price.unit' }
  spring: { path: 'discounts[spring].value' }
`,
);

function open(files: Readonly<Record<string, string>>): Catalogue {
  return openCatalogue(
    memoryTree(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [
          name.includes('/') ? name : `billing/profiles/${name}.yaml`,
          text,
        ]),
      ),
    ),
  );
}

/** `code file:line:column message / hint` of each diagnostic. */
function found({ diagnostics }: Catalogue): string[] {
  return diagnostics.map(({ code, source, message, hint }) => {
    const place = `${source?.file.replace('billing/', '') ?? ''}:${source?.start.line ?? 0}:${source?.start.column ?? 0}`;
    return `${code} ${place} ${message}${hint === undefined ? '' : ` / ${hint}`}`;
  });
}

function prices(catalogue: Catalogue, reference: string): Record<string, string> {
  const skus = catalogue.profile(reference)?.terms.skus ?? [];
  return Object.fromEntries(
    skus.map(({ id, price }) => [id, price.model === 'perUnit' ? price.unit.toFixed() : price.model]),
  );
}

describe('extends', () => {
  it('takes over SKUs and discounts; own items take the place of those with the same id', () => {
    const catalogue = open({
      base: BASE,
      plus: profile('plus', `extends: base@1.0.0\nskus:\n${sku('calls', '0.05')}${sku('storage', '1')}`),
    });
    expect(found(catalogue)).toEqual([]);
    expect(prices(catalogue, 'plus@1.0.0')).toEqual({ calls: '0.05', seats: '5', storage: '1' });
    expect(catalogue.profile('plus@1.0.0')?.terms.discounts.map(({ id }) => id)).toEqual(['spring']);
    expect(catalogue.profile('plus@1.0.0')?.json['sources']).toEqual({ extends: ['base@1.0.0'] });
  });

  it('keeps the place of every value, in the file where it stands', () => {
    const plus = open({
      base: BASE,
      plus: profile('plus', `extends: base@1.0.0\nskus:\n${sku('calls', '0.05')}`),
    }).profile('plus@1.0.0');
    const place = (path: string) => {
      const { file, start } = plus?.place(path) ?? { file: '', start: { line: 0, column: 0 } };
      return `${file.replace('billing/profiles/', '')}:${start.line}:${start.column}`;
    };
    expect(place('skus[calls].price.unit')).toBe('plus.yaml:16:100');
    expect(place('skus[seats].price.unit')).toBe('base.yaml:16:100');
    expect(place('skus[seats].price.nothing')).toBe('base.yaml:16:76');
    expect(place('rollout')).toBe('plus.yaml:1:1');
  });

  it('sets parameters', () => {
    const catalogue = open({
      base: BASE,
      plus: profile('plus', `extends: base@1.0.0\nparams: { call-price: '0.07', spring: '12.50' }\n`),
    });
    expect(found(catalogue)).toEqual([]);
    expect(prices(catalogue, 'plus@1.0.0')).toEqual({ calls: '0.07', seats: '5' });
    expect(catalogue.profile('plus@1.0.0')?.terms.discounts[0]?.value.toFixed()).toBe('12.5');
    expect(prices(catalogue, 'base@1.0.0')).toEqual({ calls: '0.1', seats: '5' });
    expect(catalogue.profile('plus@1.0.0')?.place('skus[calls].price.unit').file).toBe(
      'billing/profiles/plus.yaml',
    );
  });

  it.each<[string, string, string]>([
    [
      'a parameter that is not declared',
      `params: { cal-price: '1' }`,
      'unknown-parameter profiles/plus.yaml:15:11 The profile that it extends has no parameter "cal-price". / Did you mean "call-price"?',
    ],
    [
      'a value that is no price',
      `params: { call-price: 'free' }`,
      'wrong-value profiles/plus.yaml:15:23 "skus[0].price.unit" must be a plain decimal of 0 or more in quotes, such as "0.0125", not "free".',
    ],
    [
      'a discount of more than everything',
      `params: { spring: '120' }`,
      'wrong-value profiles/plus.yaml:15:19 A discount of 120 percent is more than everything.',
    ],
    [
      'a value that the profile has its own in place of',
      `params: { call-price: '1' }\nskus:\n${sku('calls', '2')}`,
      'parameter-without-effect profiles/plus.yaml:15:23 The value has no effect: the profile has its own in place of skus[calls].price.unit. / Take it out of "params".',
    ],
    [
      'a test of an SKU that is nowhere',
      `tests: [{ sku: cals, quantity: '1', expect: '0' }]`,
      'unknown-sku profiles/plus.yaml:15:16 There is no SKU "cals" in the profile. / Did you mean "calls"?',
    ],
    [
      'an SKU that two profiles have, with a least amount above its most',
      `commitments: [{ id: c1, type: minSpend, amount: '5', period: month, skus: [calls, nothing] }]`,
      'unknown-sku profiles/plus.yaml:15:83 There is no SKU "nothing" in the profile.',
    ],
  ])('tells %s at its place', (_, more, expected) => {
    const catalogue = open({ base: BASE, plus: profile('plus', `extends: base@1.0.0\n${more}\n`) });
    expect(found(catalogue)).toEqual([expected]);
    expect(catalogue.profiles.map(({ terms }) => terms.id)).toEqual(['base']);
  });

  it('tells a parameter whose path leads nowhere, where it is declared', () => {
    const wrong = `skus:\n${sku('calls', '1')}parameters: { price: { path: 'skus[cals].price.unit' } }\n`;
    expect(found(open({ base: profile('base', wrong) }))).toEqual([
      expect.stringMatching(
        /^unknown-path profiles\/base.yaml:16:30 "skus\[cals\].price.unit" leads to no single value/,
      ),
    ]);
  });

  it('names every step of a cycle with its place', () => {
    const names = ['one', 'two', 'six'];
    const files = names.map((name, index) => [
      name,
      profile(name, `extends: ${names[(index + 1) % 3] ?? ''}@1.0.0\n`),
    ]);
    const errors = found(open(Object.fromEntries(files) as Record<string, string>));
    expect(errors).toHaveLength(3);
    expect(errors[0]).toBe(
      'cyclic-extends profiles/one.yaml:14:10 The profile extends itself: one@1.0.0 (billing/profiles/one.yaml, line 14) -> two@1.0.0 (billing/profiles/two.yaml, line 14) -> six@1.0.0 (billing/profiles/six.yaml, line 14) -> one@1.0.0 (billing/profiles/one.yaml, line 14). / Take "extends" out of one of them.',
    );
  });

  it('extends itself in one step', () => {
    expect(found(open({ one: profile('one', 'extends: one@1.0.0\n') }))).toEqual([
      expect.stringMatching(/^cyclic-extends .* one@1.0.0 \(.*\) -> one@1.0.0 \(.*\)\. /),
    ]);
  });

  it.each([3, 4])('%i profiles behind each other', (depth) => {
    const files = Array.from({ length: depth }, (_, index) => [
      `p${index}x`,
      profile(`p${index}x`, `extends: ${index + 1 === depth ? 'base' : `p${index + 1}x`}@1.0.0\n`),
    ]);
    const catalogue = open({ base: BASE, ...(Object.fromEntries(files) as Record<string, string>) });
    if (depth === 3) expect(prices(catalogue, 'p0x@1.0.0')).toEqual({ calls: '0.1', seats: '5' });
    else
      expect(found(catalogue)).toEqual([
        'deep-extends profiles/p0x.yaml:14:10 The profile stands on more than 3 others: p0x@1.0.0 -> p1x@1.0.0 -> p2x@1.0.0 -> p3x@1.0.0 -> base@1.0.0. / Let it extend one that stands further back.',
      ]);
  });

  it('counts what a snapshot stands on', () => {
    const files = ['p2x', 'p1x'].map((id, index) => [
      id,
      profile(id, `extends: ${index === 0 ? 'base' : 'p2x'}@1.0.0\n`),
    ]);
    const first = open({ base: BASE, ...(Object.fromEntries(files) as Record<string, string>) });
    const kept = snapshotText(first.profile('p1x@1.0.0')?.json ?? {});
    const tree = { 'billing/snapshots/p1x/1.0.0.json': kept, p0x: profile('p0x', 'extends: p1x@1.0.0\n') };
    const catalogue = open(tree);
    expect(found(catalogue)).toEqual([]);
    expect(catalogue.profile('p0x@1.0.0')?.json['sources']).toEqual({
      extends: ['p1x@1.0.0', 'p2x@1.0.0', 'base@1.0.0'],
    });
    expect(found(open({ ...tree, top: profile('top', 'extends: p0x@1.0.0\n') }))).toEqual([
      expect.stringMatching(
        /^deep-extends profiles\/top.yaml:14:10 .*top@1.0.0 -> p0x@1.0.0 -> p1x@1.0.0 -> p2x@1.0.0 -> base@1.0.0\./,
      ),
    ]);
  });
});

describe('references', () => {
  const card = (version: string, more = '', currency = 'USD') =>
    `kind: RateCard\n${HEAD.replace('USD', currency)}id: cards\nversion: ${version}\nlifecycle: published\n${more}skus:\n${sku('calls', '0.3')}`;
  const cards = (text: string) => ({ 'billing/ratecards/cards.yaml': text });

  it('takes the prices of a rate card, and not those of what it extends', () => {
    const catalogue = open({
      base: BASE,
      ...cards(card('1.0.0')),
      plus: profile(
        'plus',
        'extends: base@1.0.0\nrateCard: cards@1.0.0\ndiscounts: [{ id: spring, type: percent, value: "1", precedence: 1, stacking: stack }]\n',
      ),
    });
    expect(found(catalogue)).toEqual([]);
    expect(prices(catalogue, 'plus@1.0.0')).toEqual({ calls: '0.3' });
    expect(catalogue.profile('plus@1.0.0')?.json['sources']).toEqual({
      extends: ['base@1.0.0'],
      rateCard: 'cards@1.0.0',
    });
  });

  it('works in the rows of a tax table', () => {
    const tax = `kind: TaxTable\nschemaVersion: 1\nid: europe\nversion: 1.0.0\nrows:\n  - { jurisdiction: DE, category: standard, rate: '19.0', inclusive: false, from: 2021-01-01T00:00:00.000Z }\n`;
    const catalogue = open({
      'billing/tax/europe.yaml': tax,
      one: profile('one', `taxes: europe@1.0.0\nskus:\n${sku('calls', '1')}`),
    });
    expect(found(catalogue)).toEqual([]);
    expect(catalogue.profile('one@1.0.0')?.json['tax']).toEqual({
      id: 'europe',
      version: '1.0.0',
      rows: [
        {
          jurisdiction: 'DE',
          category: 'standard',
          rate: '19',
          inclusive: false,
          from: '2021-01-01T00:00:00Z',
        },
      ],
    });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'an id that is not there',
      cards(card('1.0.0')),
      'unresolved-reference profiles/one.yaml:14:11 There is no rate card "card". / Did you mean "cards@1.0.0"?',
    ],
  ])('tells %s', (_, files, expected) => {
    expect(found(open({ ...files, one: profile('one', 'rateCard: card@1.0.0\n') }))).toEqual([expected]);
  });

  it.each<[string, string, string]>([
    [
      'another version',
      card('1.1.0'),
      'unresolved-reference profiles/one.yaml:14:11 There is no version 1.0.0 of the rate card "cards": neither its file nor a snapshot has it. / There is 1.1.0.',
    ],
    [
      'a draft',
      card('1.0.0').replace('published', 'draft'),
      'draft-reference profiles/one.yaml:14:11 "cards@1.0.0" is a draft, which may still change. / Publish it first, or with this one.',
    ],
    [
      'another currency',
      card('1.0.0', '', 'EUR'),
      'other-currency profiles/one.yaml:14:11 "cards@1.0.0" is in EUR, the profile in USD.',
    ],
  ])('tells %s', (_, text, expected) => {
    expect(found(open({ ...cards(text), one: profile('one', 'rateCard: cards@1.0.0\n') }))).toEqual([
      expected,
    ]);
  });

  it('lets a draft refer to a draft', () => {
    const files = cards(card('1.0.0').replace('published', 'draft'));
    expect(
      found(open({ ...files, one: profile('one', 'rateCard: cards@1.0.0\n', '1.0.0', 'draft') })),
    ).toEqual([]);
  });

  it('tells a file that could not be read from one that is not there', () => {
    const errors = found(
      open({ ...cards(`${card('1.0.0')}oops: 1\n`), one: profile('one', 'rateCard: cards@1.0.0\n') }),
    );
    expect(errors.at(-1)).toBe(
      'unread-reference profiles/one.yaml:14:11 The file of the rate card "cards" could not be read. / See the errors of its file.',
    );
  });

  it('tells a table of exchange rates that is not there', () => {
    expect(found(open({ one: profile('one', `fx: ecb\nskus:\n${sku('calls', '1')}`) }))).toEqual([
      'unresolved-reference profiles/one.yaml:14:5 There is no table of exchange rates "ecb".',
    ]);
  });

  it('tells bindings and corrections of versions that are not there, the first 50 of a file', () => {
    const bindings = Array.from({ length: 60 }, (_, index) => ({
      type: 'tenant',
      id: `t-${index}`,
      profile: 'base@9.0.0',
      from: '2026-01-01T00:00:00Z',
    }));
    const set = JSON.stringify({
      kind: 'BindingSet',
      schemaVersion: 1,
      id: 'prod',
      environment: 'prod',
      bindings,
    });
    const line = {
      binding: 't-1',
      sku: 'calls',
      from: '2026-01-01T00:00:00Z',
      to: '2026-02-01T00:00:00Z',
      amount: '-1',
    };
    const correction = JSON.stringify({
      kind: 'Correction',
      schemaVersion: 1,
      id: 'fix',
      profile: 'basis@1.0.0',
      reason: 'x',
      lines: [line],
    });
    const errors = found(
      open({ base: BASE, 'billing/bindings/prod.json': set, 'billing/corrections/fix.json': correction }),
    );
    expect(
      errors.filter((error) => error.startsWith('unresolved-reference bindings/prod.json:1:')),
    ).toHaveLength(50);
    expect(errors.filter((error) => error.startsWith('more-errors bindings/prod.json'))).toHaveLength(1);
    expect(errors.filter((error) => error.includes('There is no profile "basis"'))).toHaveLength(1);
  });
});
