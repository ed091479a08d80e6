import { BINDINGS, inProfile, newFile, type Edit, type Mutation } from './mutate.ts';
import { base } from './repository.ts';

const TAX = 'billing/tax/eu-vat.yaml';
const USAGE = 'billing/usage/2026-04.csv';

const inTax = (from: string, to: string): Edit => ({ file: TAX, from, to });
const inUsage = (from: string, to: string): Edit => ({ file: USAGE, from, to });
/** The last row, with more after it. */
const moreUsage = (...rows: readonly string[]): Edit =>
  inUsage('900,gigabyte,e6\n', `900,gigabyte,e6\n${rows.map((row) => `${row}\n`).join('')}`);
/** A file beside it with more columns, and one row. */
const usageFile = (columns: string, row: string): Edit =>
  newFile('billing/usage/more.csv', `${(base[USAGE] ?? '').split('\n')[0] ?? ''},${columns}\n${row}\n`);

/** Mistakes in discounts and commitments. */
export const DISCOUNTS: readonly Mutation[] = [
  {
    rule: 'BP-401',
    mistake: 'discounts that overlap with one precedence',
    edits: [inProfile('precedence: 20', 'precedence: 10')],
  },
  {
    rule: 'BP-402',
    mistake: 'a promotion without an end',
    edits: [inProfile('    to: 2026-10-01T00:00:00Z\n', '')],
  },
  {
    rule: 'BP-402',
    mistake: 'a promotion that is over when the version begins',
    edits: [inProfile('to: 2026-10-01', 'to: 2026-06-01')],
  },
  {
    rule: 'BP-402',
    mistake: 'a promotion that is over',
    edits: [inProfile('to: 2026-10-01', 'to: 2026-05-01')],
  },
  {
    rule: 'BP-402',
    mistake: 'a promotion that ends before it begins',
    edits: [inProfile('to: 2026-10-01', 'to: 2026-03-01')],
  },
  {
    rule: 'BP-403',
    mistake: 'stacked discounts above 100 percent',
    edits: [
      inProfile(
        'commitments:\n',
        "  - { id: family, type: percent, value: '95', skus: [seats], to: 2026-12-01T00:00:00Z, precedence: 30, stacking: stack, enabled: false }\ncommitments:\n",
      ),
    ],
  },
  {
    rule: 'BP-403',
    mistake: 'one discount above 100 percent',
    edits: [inProfile("value: '5'", "value: '105'")],
  },
  {
    rule: 'BP-404',
    mistake: 'a discount for a SKU that is not there',
    edits: [inProfile("value: '5'\n    skus: [seats]", "value: '5'\n    skus: [seat]")],
  },
  {
    rule: 'BP-404',
    mistake: 'a discount for a tag that nobody has',
    edits: [inProfile('precedence: 20', 'precedence: 20\n    conditions: { tags: { plan: glod } }')],
  },
  {
    rule: 'BP-404',
    mistake: 'a discount for a tag that somebody has in a sandbox alone',
    edits: [
      inProfile('precedence: 20', 'precedence: 20\n    conditions: { tags: { plan: play } }'),
      { file: 'billing/bindings/sandbox.yaml', from: '2025-06-01T00:00:00Z }', to: '2025-06-01T00:00:00Z, tags: { plan: play } }' },
    ],
  },
  {
    rule: 'BP-404',
    mistake: 'a binding that grants what is not there',
    edits: [{ file: BINDINGS, from: '2026-07-01T00:00:00Z, jurisdiction: FR', to: '2026-07-01T00:00:00Z, jurisdiction: FR, grants: [loyall]' }],
  },
  {
    rule: 'BP-405',
    mistake: 'a discount that takes a large share',
    edits: [inProfile("value: '10'", "value: '20'"), inProfile("model: perUnit, unit: '12'", "model: perUnit, unit: '13.2'"), inProfile("expect: '36'", "expect: '39.6'")],
  },
  {
    rule: 'BP-406',
    mistake: 'an overage that is cheaper than the commitment',
    edits: [inProfile("value: '1.1'", "value: '0.9'")],
  },
];

/** Mistakes in taxes. */
export const TAXES: readonly Mutation[] = [
  {
    rule: 'BP-101',
    mistake: 'a customer in a country that there is not',
    edits: [{ file: BINDINGS, from: '2026-07-01T00:00:00Z, jurisdiction: FR', to: '2026-07-01T00:00:00Z, jurisdiction: UK' }],
  },
  {
    rule: 'BP-501',
    mistake: 'a customer in a place without a rate',
    edits: [{ file: BINDINGS, from: '2026-07-01T00:00:00Z, jurisdiction: FR', to: '2026-07-01T00:00:00Z, jurisdiction: ES' }],
  },
  {
    rule: 'BP-501',
    mistake: 'a category without a rate',
    edits: [inProfile('    name: Seats\n', '    name: Seats\n    taxCategory: reduced\n')],
  },
  { rule: 'BP-501', mistake: 'a profile that loses its taxes', edits: [inProfile('taxes: eu-vat@1.0.0\n', '')] },
  {
    rule: 'BP-501',
    mistake: 'a new customer who is taxed nobody knows where',
    edits: [{ file: BINDINGS, from: '2026-07-01T00:00:00Z, jurisdiction: FR', to: '2026-07-01T00:00:00Z' }],
  },
  {
    rule: 'BP-502',
    mistake: 'a gap between two rates',
    edits: [newFile('billing/tax/nordic.yaml', nordic('2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'))],
  },
  {
    rule: 'BP-502',
    mistake: 'rates that overlap',
    edits: [newFile('billing/tax/nordic.yaml', nordic('2027-02-01T00:00:00Z', '2027-01-01T00:00:00Z'))],
  },
  {
    rule: 'BP-503',
    mistake: 'a tax table that nobody looked at',
    before: [inTax('from: 2026-03-01', 'from: 2025-10-01')],
    published: '2025-11-01T00:00:00Z',
    edits: [inTax('id: eu-vat', 'id: eu-vat\nx-desk: taxes')],
  },
  {
    rule: 'BP-503',
    mistake: 'a profile that begins to name a table that nobody looked at',
    before: [inTax('from: 2026-03-01', 'from: 2025-10-01'), inProfile('taxes: eu-vat@1.0.0\n', '')],
    published: '2025-11-01T00:00:00Z',
  },
  {
    rule: 'BP-504',
    mistake: 'tax that is in the price now',
    before: [inTax('rows:\n', "rows:\n  - { jurisdiction: IT, category: standard, rate: '22', inclusive: false, from: 2025-01-01T00:00:00Z }\n")],
    edits: [inTax('version: 1.0.0', 'version: 1.1.0'), inTax('from: 2026-03-01', 'from: 2026-08-01'), inTax("rate: '22', inclusive: false", "rate: '22', inclusive: true"), inProfile('eu-vat@1.0.0', 'eu-vat@1.1.0')],
  },
];

function nordic(end: string, begin: string): string {
  return `kind: TaxTable
schemaVersion: 1
id: nordic
version: 1.0.0
lifecycle: published
owner: { accountable: '@example/tax' }
effective: { from: 2026-08-01T00:00:00Z }
rows:
  - { jurisdiction: SE, category: standard, rate: '25', inclusive: false, from: 2026-08-01T00:00:00Z, to: ${end} }
  - { jurisdiction: SE, category: standard, rate: '26', inclusive: false, from: ${begin} }
`;
}

/** Mistakes that show in money. */
export const MARGINS: readonly Mutation[] = [
  {
    rule: 'BP-601',
    mistake: 'a SKU without a profit center',
    edits: [inProfile('    profitCenter: storage\n', '')],
  },
  {
    rule: 'BP-601',
    mistake: 'a SKU that earns for another center elsewhere',
    before: [{ file: 'billing/ratecards/wholesale.yaml', from: 'id: transfer', to: 'id: storage' }, { file: 'billing/profiles/partner.yaml', from: 'sku: transfer', to: 'sku: storage' }, inUsage('t-300,transfer', 't-300,storage')],
    edits: [inProfile('profitCenter: storage', 'profitCenter: platform')],
  },
  {
    rule: 'BP-602',
    mistake: 'a shared cost that nobody bears any more',
    before: [
      usageFile('x_Pool,EffectiveCost', '2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,,,,,e7,network,120'),
    ],
    edits: [inProfile(/allocation:\n.*\n/u, '')],
  },
  {
    rule: 'BP-603',
    mistake: 'shares that are not the whole',
    edits: [inProfile("share: '0.4'", "share: '0.3'")],
  },
  {
    rule: 'BP-603',
    mistake: 'more revenue shared than there is',
    edits: [inProfile("percent: '10', base", "percent: '110', base")],
  },
  {
    rule: 'BP-604',
    mistake: 'prices that lose revenue',
    edits: [inProfile("unit: '12'", "unit: '11'"), inProfile("expect: '36'", "expect: '33'")],
  },
  {
    rule: 'BP-605',
    mistake: 'a price near its cost',
    before: [inProfile("variable: '3'", "variable: '9'")],
    edits: [inProfile("variable: '3'", "variable: '10'")],
  },
  {
    rule: 'BP-606',
    mistake: 'a large increase without notice',
    before: [inProfile(', minLeadTime: P14D', '')],
    edits: [inProfile(', minLeadTime: P14D', ''), inProfile("unit: '12'", "unit: '17'"), inProfile("expect: '36'", "expect: '51'")],
  },
  {
    rule: 'BP-607',
    mistake: 'usage of which too little could be rated',
    before: [moreUsage('2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,t-100,seats,1,hour,e7')],
  },
  {
    rule: 'BP-607',
    mistake: 'a commitment for a year, of which the usage has a month',
    edits: [inProfile('commitments:\n', "commitments:\n  - { id: least, type: minSpend, amount: '10000', period: year, skus: [seats] }\n")],
  },
];

/** Mistakes in who guards the files, and in recorded usage. */
export const GUARDS: readonly Mutation[] = [
  {
    rule: 'BP-704',
    mistake: 'nobody owns the billing files',
    before: [{ file: '.github/CODEOWNERS', from: '* @example/everyone\n/billing/ @example/finance', to: '/infra/ @example/everyone\n/billing/' }],
  },
  {
    rule: 'BP-705',
    mistake: 'a commit without a signature',
    before: [{ file: 'tollgate.yml', from: 'level: soft', to: 'level: soft\n    require_signed: true' }],
  },
  {
    rule: 'BP-706',
    mistake: 'a limit that is loosened with the prices',
    edits: [{ file: 'tollgate.yml', from: 'max_revenue_loss_percent: 5', to: 'max_revenue_loss_percent: 50' }],
  },
  {
    rule: 'BP-706',
    mistake: 'a rule that is switched off with the prices',
    edits: [{ file: 'tollgate.yml', from: 'level: soft', to: 'level: soft\n    rules: { BP-202: off }' }],
  },
  {
    rule: 'BP-706',
    mistake: 'usage that is no longer looked at',
    edits: [{ file: 'tollgate.yml', from: 'billing/usage/*.csv', to: 'billing/none/*.csv' }],
  },
  {
    rule: 'BP-706',
    mistake: 'another environment',
    edits: [{ file: 'tollgate.yml', from: 'usage: [', to: 'environment: sandbox\n  usage: [' }],
  },
  {
    rule: 'BP-706',
    mistake: 'other owners, with the prices',
    edits: [{ file: '.github/CODEOWNERS', from: '/billing/ @example/finance', to: '/billing/ @mallory' }],
  },
  {
    rule: 'BP-801',
    mistake: 'usage without a customer, and without a SKU',
    before: [
      { file: 'tollgate.yml', from: 'level: soft', to: 'level: soft\n    min_coverage_percent: 50' },
      moreUsage('2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,,seats,1,seat,e7', '2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,t-100,,1,seat,e8'),
    ],
  },
  {
    rule: 'BP-801',
    mistake: 'usage of nobody',
    before: [{ file: 'tollgate.yml', from: 'level: soft', to: 'level: soft\n    min_coverage_percent: 50' }, moreUsage('2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,t-999,seats,1,seat,e7')],
  },
  {
    rule: 'BP-802',
    mistake: 'usage after the cutoff',
    before: [
      { file: 'tollgate.yml', from: 'level: soft', to: 'level: soft\n    min_coverage_percent: 50' },
      usageFile('x_ReceivedAt', '2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,t-100,seats,1,seat,e7,2026-05-20T00:00:00Z'),
    ],
  },
  {
    rule: 'BP-803',
    mistake: 'an event id with two contents',
    before: [{ file: 'tollgate.yml', from: 'level: soft', to: 'level: soft\n    min_coverage_percent: 50' }, moreUsage('2026-04-05T00:00:00Z,2026-04-05T01:00:00Z,t-100,seats,1,seat,e6')],
  },
];
