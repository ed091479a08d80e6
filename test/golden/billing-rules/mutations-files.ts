import { BINDINGS, inPlayground, inProfile, KNOWN_COST, newFile, otherCard, type Mutation } from './mutate.ts';
import { base } from './repository.ts';

const API_TIERS = `        - { upTo: '1000', unit: '0.0013' }
        - { upTo: null, unit: '0.0008' }`;

const CARD = 'billing/ratecards/wholesale.yaml';
const TAX = 'billing/tax/eu-vat.yaml';
const inCard = (from: string, to: string) => ({ file: CARD, from, to });

/** Mistakes in the files themselves, and in prices. */
export const FILES: readonly Mutation[] = [
  {
    rule: 'BP-101',
    mistake: 'a misspelt key',
    edits: [inProfile('timezone: UTC', 'timezone: UTC\nprorate: days')],
  },
  {
    rule: 'BP-101',
    mistake: 'a misspelt key among bindings',
    edits: [{ file: BINDINGS, from: 'tags: { plan', to: 'tag: { plan' }],
  },
  {
    rule: 'BP-101',
    mistake: 'a date that does not exist',
    edits: [inProfile('from: 2026-07-01', 'from: 2026-02-31')],
  },
  {
    rule: 'BP-101',
    mistake: 'a currency that nobody has',
    edits: [inProfile('currency: USD', 'currency: USX')],
  },
  {
    rule: 'BP-101',
    mistake: 'a version that ends before it begins',
    edits: [inProfile('{ from: 2026-07-01T00:00:00Z', '{ from: 2026-07-01T00:00:00Z, to: 2026-06-01T00:00:00Z')],
  },
  {
    rule: 'BP-102',
    mistake: 'a key that is there twice',
    edits: [inProfile('timezone: UTC', 'timezone: UTC\ncadence: monthly')],
  },
  {
    rule: 'BP-102',
    mistake: 'a merge key',
    edits: [inProfile('price: { model: perUnit,', 'price: { <<: {}, model: perUnit,')],
  },
  { rule: 'BP-103', mistake: 'a float for money', edits: [inProfile("unit: '0.0013'", 'unit: 0.0013')] },
  { rule: 'BP-103', mistake: 'an exponent', edits: [inProfile("unit: '0.0013'", "unit: '1e999'")] },
  {
    rule: 'BP-103',
    mistake: 'an amount too fine to bill',
    edits: [
      inProfile("unit: '0.0008'", "unit: '0.000800000000001'"),
      inProfile("expect: '1.3008'", "expect: '1.300800000000001'"),
    ],
  },
  { rule: 'BP-104', mistake: 'a tax table that is not there', edits: [inProfile('eu-vat@1.0.0', 'eu-vat@3.0.0')] },
  { rule: 'BP-104', mistake: 'a tax table of any version', edits: [inProfile('eu-vat@1.0.0', 'eu-vat')] },
  {
    rule: 'BP-104',
    mistake: 'profiles that extend each other',
    edits: [
      inProfile('taxes: eu-vat@1.0.0', 'taxes: eu-vat@1.0.0\nextends: standard@2.0.0'),
    ],
  },
  {
    rule: 'BP-104',
    mistake: 'a tax rate that reaches nobody',
    edits: [{ file: TAX, from: 'version: 1.0.0', to: 'version: 2.0.0' }, { file: TAX, from: '2026-03-01', to: '2026-07-01' }, { file: TAX, from: "'20'", to: "'21'" }],
  },
  {
    rule: 'BP-104',
    mistake: 'prices of a rate card that reach nobody',
    edits: [inCard('version: 1.0.0', 'version: 2.0.0'), inCard('2025-03-01', '2026-07-01'), inCard("unit: '0.05'", "unit: '0.06'")],
  },
  { rule: 'BP-105', mistake: 'nobody is accountable', edits: [inProfile("accountable: '@jane', ", '')] },
  {
    rule: 'BP-105',
    mistake: 'two are accountable',
    edits: [inProfile("accountable: '@jane'", "accountable: ['@jane', '@joe']")],
  },
  {
    rule: 'BP-111',
    mistake: 'tiers in the wrong order',
    edits: [
      inProfile(API_TIERS, API_TIERS.split('\n').reverse().join('\n')),
    ],
  },
  {
    rule: 'BP-111',
    mistake: 'a tier without width',
    edits: [inProfile(API_TIERS, `        - { upTo: '1000', unit: '0.0014' }\n${API_TIERS}`)],
  },
  {
    rule: 'BP-112',
    mistake: 'a volume total that falls',
    edits: [inProfile(", flat: '2' }", ' }'), inProfile("expect: '11.09'", "expect: '9.09'")],
  },
  {
    rule: 'BP-113',
    mistake: 'a graduated price that rises',
    edits: [inProfile("unit: '0.0008'", "unit: '0.0018'"), inProfile("expect: '1.3008'", "expect: '1.3018'")],
  },
  { rule: 'BP-114', mistake: 'another unit', edits: [inProfile('unit: request', 'unit: batch')] },
  {
    rule: 'BP-114',
    mistake: 'another unit with another rate card',
    before: [KNOWN_COST],
    edits: otherCard('unit: gigabyte', 'unit: terabyte', "expect: '0.5'"),
  },
  { rule: 'BP-114', mistake: 'another aggregate', edits: [inProfile('aggregate: last', 'aggregate: max')] },
  { rule: 'BP-115', mistake: 'no rounding mode', edits: [inProfile('mode: halfUp, ', '')] },
  { rule: 'BP-115', mistake: 'no rounding', edits: [inProfile('rounding: { mode: halfUp, level: line }\n', '')] },
  {
    rule: 'BP-116',
    mistake: 'a SKU without a test',
    edits: [inProfile("  - { sku: seats, quantity: '3', expect: '36' }\n", '')],
  },
  {
    rule: 'BP-116',
    mistake: 'a bound without a test',
    edits: [
      inProfile("quantity: '1000', expect: '1.3' }", "quantity: '500', expect: '0.65' }"),
      inProfile("quantity: '1001', expect: '1.3008' }", "quantity: '2000', expect: '2.1' }"),
    ],
  },
  {
    rule: 'BP-116',
    mistake: 'a test of an invoice that fails',
    edits: [inProfile("expect: '5.65'", "expect: '5'")],
  },
  { rule: 'BP-116', mistake: 'a test that fails', edits: [inProfile("expect: '1.3008'", "expect: '1.3013'")] },
  {
    rule: 'BP-117',
    mistake: 'more tiers than anybody oversees',
    edits: [
      inProfile(
        API_TIERS,
        `${[100, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map((upTo) => `        - { upTo: '${upTo}', unit: '0.0013' }\n`).join('')}        - { upTo: null, unit: '0.0008' }`,
      ),
      inProfile(
        'tests:\n',
        `tests:\n${[100, 200, 300, 400, 500, 600, 700, 800, 900].map((quantity) => `  - { sku: api-calls, quantity: '${quantity}', expect: '${(quantity * 13) / 10_000}' }\n`).join('')}`,
      ),
    ],
  },
];

const FX = 'billing/fx/ecb.yaml';
const LATE_RATE =
  "  - { from: EUR, to: USD, date: 2026-03-01, rate: '1.0750', source: ECB reference rates, signedBy: '@jane' }\n";
const ROLLOUT =
  "migration: { mode: all }\nrollout: { cohorts: [{ percent: '10', from: 2025-08-01T00:00:00Z }, { percent: '100', from: 2026-08-01T00:00:00Z }] }\ncurrency:";
const SNAPSHOT = 'billing/snapshots/standard/1.2.0.json';

const NEXT_TAX = (base[TAX] ?? '').replace('version: 1.0.0', 'version: 2.0.0').replace('2026-03-01', '2026-07-01');

/** Mistakes in versions. */
export const VERSIONS: readonly Mutation[] = [
  {
    rule: 'BP-201',
    mistake: 'an edit of a published version',
    edits: [
      inProfile('version: 2.0.0', 'version: 1.2.0'),
      inProfile('supersedes: standard@1.2.0\n', ''),
      inProfile('from: 2026-07-01', 'from: 2025-06-01'),
      inProfile('mode: all', 'mode: newOnly'),
      { file: BINDINGS, from: 'standard@2.0.0', to: 'standard@1.2.0' },
    ],
  },
  {
    rule: 'BP-201',
    mistake: 'another share of the customers had a version',
    before: [{ file: 'billing/profiles/partner.yaml', from: 'currency:', to: ROLLOUT }],
    edits: [{ file: 'billing/profiles/partner.yaml', from: "percent: '10'", to: "percent: '90'" }],
  },
  { rule: 'BP-201', mistake: 'another rate for a day that is past', edits: [{ file: FX, from: "'1.0850'", to: "'1.0950'" }] },
  {
    rule: 'BP-201',
    mistake: 'a rate for a day whose periods are billed',
    edits: [{ file: FX, from: 'rates:\n', to: `rates:\n${LATE_RATE}` }],
  },
  { rule: 'BP-201', mistake: 'a published profile is deleted', remove: ['billing/profiles/playground.yaml'] },
  { rule: 'BP-202', mistake: 'a step that is too small', edits: [
    inProfile('version: 2.0.0', 'version: 1.2.1'),
    { file: BINDINGS, from: 'standard@2.0.0', to: 'standard@1.2.1' },
  ] },
  { rule: 'BP-203', mistake: 'a price that begins in the past', edits: [inProfile('from: 2026-07-01', 'from: 2026-05-01')] },
  { rule: 'BP-203', mistake: 'a price that begins at once', edits: [inProfile('from: 2026-07-01', 'from: 2026-05-05')] },
  {
    rule: 'BP-203',
    mistake: 'a binding that begins in the past',
    edits: [{ file: BINDINGS, from: 'from: 2026-07-01', to: 'from: 2026-04-01' }, { file: BINDINGS, from: 'standard@2.0.0', to: 'standard@1.2.0' }],
  },
  {
    rule: 'BP-203',
    mistake: 'a tag that a discount went by is taken off',
    before: [inProfile('    precedence: 10\n', '    precedence: 10\n    conditions: { tags: { plan: gold } }\n')],
    edits: [
      inProfile('    precedence: 10\n', '    precedence: 10\n    conditions: { tags: { plan: silver } }\n'),
      { file: BINDINGS, from: 'plan: gold', to: 'plan: silver' },
    ],
  },
  {
    rule: 'BP-201',
    mistake: 'an edit of a snapshot',
    late: [{ file: SNAPSHOT, from: '"unit":"12"', to: '"unit":"13"' }],
  },
  { rule: 'BP-201', mistake: 'a snapshot is deleted', remove: ['billing/snapshots/partner/1.0.0.json'] },
  {
    rule: 'BP-201',
    mistake: 'a line of the lock file is edited',
    late: [
      {
        file: 'billing.lock.json',
        from: /(?<="BillingProfile\/partner@1\.0\.0": \{\s+"sha256": ")../u,
        to: 'ff',
      },
    ],
  },
  {
    rule: 'BP-204',
    mistake: 'a gap between two versions',
    before: [inProfile('2025-06-01T00:00:00Z, min', '2025-06-01T00:00:00Z, to: 2026-06-01T00:00:00Z, min')],
  },
  {
    rule: 'BP-204',
    mistake: 'versions that overlap',
    before: [inProfile('2025-06-01T00:00:00Z, min', '2025-06-01T00:00:00Z, to: 2026-08-01T00:00:00Z, min')],
  },
  {
    rule: 'BP-204',
    mistake: 'a gap between two versions of a rate card',
    before: [{ file: CARD, from: '2025-03-01T00:00:00Z', to: '2025-03-01T00:00:00Z, to: 2026-06-01T00:00:00Z' }],
    edits: [inCard('version: 1.0.0', 'version: 2.0.0'), inCard('2025-03-01T00:00:00Z, to: 2026-06-01', '2026-07-01')],
  },
  {
    rule: 'BP-204',
    mistake: 'a version of a tax table that begins before the last one',
    before: [{ file: TAX, from: '2026-03-01', to: '2026-09-01' }],
    edits: [{ file: TAX, from: 'version: 1.0.0', to: 'version: 2.0.0' }, { file: TAX, from: '2026-09-01', to: '2026-07-01' }],
  },
  {
    rule: 'BP-205',
    mistake: 'no snapshot of the new version',
    remove: ['billing/snapshots/standard/2.0.0.json'],
  },
  {
    rule: 'BP-205',
    mistake: 'a snapshot of a version that nobody published',
    late: [
      newFile(
        'billing/snapshots/tax/island-vat/1.0.0.json',
        '{"id":"island-vat","kind":"TaxTable","rows":[{"category":"standard","from":"2026-01-01T00:00:00Z","inclusive":false,"jurisdiction":"IS","rate":"24"}],"schemaVersion":1,"version":"1.0.0"}\n',
      ),
    ],
  },
  {
    rule: 'BP-206',
    mistake: 'an id that was retired is used again',
    before: [inProfile('lifecycle: published', 'lifecycle: retired')],
  },
  {
    rule: 'BP-206',
    mistake: 'the id of a rate card that was retired is used again',
    before: [{ file: CARD, from: 'lifecycle: published', to: 'lifecycle: retired' }],
    edits: [
      inCard('version: 1.0.0', 'version: 2.0.0'),
      inCard('lifecycle: retired', 'lifecycle: published'),
      inCard('2025-03-01', '2026-07-01'),
    ],
  },
  {
    rule: 'BP-206',
    mistake: 'the id of a tax table that was deleted is used again',
    gone: [TAX],
    edits: [newFile(TAX, NEXT_TAX)],
  },
  {
    rule: 'BP-206',
    mistake: 'a version of a rate card that names no version before it',
    edits: [
      inCard('version: 1.0.0', 'version: 2.0.0\nsupersedes: wholesale@0.9.0'),
      inCard('2025-03-01', '2026-07-01'),
    ],
  },
  {
    rule: 'BP-206',
    mistake: 'a version that skips the one before',
    edits: [inProfile('supersedes: standard@1.2.0', 'supersedes: standard@1.1.0')],
  },
  {
    rule: 'BP-206',
    mistake: 'a version that names none before it',
    edits: [inProfile('supersedes: standard@1.2.0\n', '')],
  },
  {
    rule: 'BP-206',
    mistake: 'a version that names another profile',
    edits: [inProfile('supersedes: standard@1.2.0', 'supersedes: partner@1.0.0')],
  },
  {
    rule: 'BP-207',
    mistake: 'a profile is retired that a customer has',
    edits: [{ file: 'billing/profiles/partner.yaml', from: 'lifecycle: published', to: 'lifecycle: retired' }],
  },
  { rule: 'BP-207', mistake: 'a published profile becomes a draft', edits: [
    { file: 'billing/profiles/playground.yaml', from: 'lifecycle: published', to: 'lifecycle: draft' },
  ] },
  { rule: 'BP-208', mistake: 'another rounding', edits: [inProfile('mode: halfUp', 'mode: halfEven')] },
  { rule: 'BP-208', mistake: 'another currency', edits: [inProfile('currency: USD', 'currency: CAD')] },
];

const PARTNER_TWO = (base['billing/profiles/partner.yaml'] ?? '')
  .replace('id: partner', 'id: partner-two')
  .replace('from: 2025-03-01', 'from: 2026-08-01')
  .replace('cutoff: P5D', 'cutoff: P6D');

/** Mistakes in bindings, and what does not belong in billing files. */
export const BOUND: readonly Mutation[] = [
  {
    rule: 'BP-301',
    mistake: 'a test profile for production',
    edits: [{ file: BINDINGS, from: 'standard@2.0.0', to: 'playground@0.3.0' }],
  },
  { rule: 'BP-301', mistake: 'a test profile that says production', edits: [inProfile('environment: prod', 'environment: prod\ntest: true')] },
  {
    rule: 'BP-301',
    mistake: 'a version for the sandbox that takes over production',
    edits: [
      inProfile('environment: prod', 'environment: sandbox'),
      { file: BINDINGS, from: /.*t-400.*\n/u, to: '' },
    ],
  },
  {
    rule: 'BP-302',
    mistake: 'a customer who is bound twice',
    edits: [{ file: BINDINGS, from: 'id: t-400', to: 'id: t-100' }],
  },
  ...[
    ['a card number', '4111 1111 1111 1111'],
    ['a bank account', 'DE89 3704 0044 0532 0130 00'],
    ['an address', 'jane@example.com'],
    ['a tax id', 'DE136695976'],
  ].map(([mistake = '', text = '']) => ({
    rule: 'BP-303',
    mistake,
    edits: [inProfile('name: Standard', `name: Standard\ndescription: ask ${text}`)],
  })),
  {
    rule: 'BP-303',
    mistake: 'an address in a comment, and nothing else',
    edits: [{ file: 'billing/profiles/playground.yaml', from: 'timezone: UTC', to: 'timezone: UTC # ask jane@example.com' }],
  },
  {
    rule: 'BP-304',
    mistake: 'a price that becomes 0',
    edits: [inProfile("unit: '0.0008'", "unit: '0'"), inProfile("expect: '1.3008'", "expect: '1.3'")],
  },
  {
    rule: 'BP-304',
    mistake: 'a price that becomes 0 with another rate card',
    before: [KNOWN_COST],
    edits: otherCard("unit: '0.05'", "unit: '0'", "expect: '0'"),
  },
  {
    rule: 'BP-304',
    mistake: 'another model that costs nothing',
    edits: inPlayground("model: flat, amount: '1'", "model: perUnit, unit: '0'"),
  },
  {
    rule: 'BP-304',
    mistake: 'a most amount of 0',
    edits: inPlayground("amount: '1' }", "amount: '1' }\n    maxAmount: '0'"),
  },
  {
    rule: 'BP-305',
    mistake: 'a profile for a small variant',
    edits: [newFile('billing/profiles/partner-two.yaml', PARTNER_TWO)],
  },
  {
    rule: 'BP-306',
    mistake: 'a rate that nobody signed',
    edits: [{ file: FX, from: "date: 2026-05-04, rate: '1.0910', source: ECB reference rates, signedBy: '@jane'", to: "date: 2026-05-04, rate: '1.0910', source: ECB reference rates" }],
  },
  {
    rule: 'BP-306',
    mistake: 'rates that are old',
    edits: [
      newFile(
        'billing/fx/desk.yaml',
        "kind: FxTable\nschemaVersion: 1\nid: desk\nversion: 1.0.0\nrates:\n  - { from: EUR, to: USD, date: 2026-04-26, rate: '1.08', source: desk, signedBy: '@jane' }\n",
      ),
    ],
  },
];
