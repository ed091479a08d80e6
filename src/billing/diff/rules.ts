import type { Bump } from '../../model/profile.ts';

/** What a change of a billing file asks for. */
export interface ChangeRule {
  readonly changeClass: string;
  readonly bump: Bump;
  /** Roles that must say yes; all of them. */
  readonly approval: readonly string[];
}

interface Row extends ChangeRule {
  /** Where it holds: a path with `[]` for any item of a list. */
  readonly at: RegExp;
  readonly when?: 'added' | 'removed';
}

/** Notation only, such as `0.10` for `0.1`: no amount changes, the bytes of a snapshot do. */
export const NOTATION: ChangeRule = { changeClass: 'notation', bump: 'patch', approval: ['owner'] };
export const PRICE_TO_ZERO: ChangeRule = {
  changeClass: 'price-to-zero',
  bump: 'major',
  approval: ['accountable', 'finance'],
};
export const LONGER_PROMOTION: ChangeRule = { changeClass: 'promotion', bump: 'minor', approval: ['owner'] };
export const OPTIONAL_DISCOUNT: ChangeRule = { changeClass: 'discount', bump: 'minor', approval: ['owner'] };
export const BACKWARD_LIFECYCLE: ChangeRule = { changeClass: 'lifecycle', bump: 'refused', approval: [] };
export const EFFECTIVE_IN_PAST: ChangeRule = {
  changeClass: 'effective-in-past',
  bump: 'refused',
  approval: [],
};
export const BINDING_IN_PAST: ChangeRule = { changeClass: 'binding-in-past', bump: 'refused', approval: [] };
export const ROLLOUT_IN_PAST: ChangeRule = { changeClass: 'rollout-in-past', bump: 'refused', approval: [] };
export const RATE_IN_PAST: ChangeRule = { changeClass: 'rate-in-past', bump: 'refused', approval: [] };
export const LEAD_TIME: ChangeRule = { changeClass: 'lead-time', bump: 'refused', approval: [] };
export const PUBLISHED_DELETED: ChangeRule = {
  changeClass: 'published-deleted',
  bump: 'refused',
  approval: [],
};

/** What no row names is taken for a change of terms: the strictest that can be approved. */
const TERMS: ChangeRule = { changeClass: 'terms', bump: 'major', approval: ['finance', 'owner'] };

const NEW_STATE: Readonly<Record<string, ChangeRule>> = {
  published: { changeClass: 'lifecycle', bump: 'none', approval: ['finance'] },
  deprecated: { changeClass: 'lifecycle', bump: 'none', approval: ['owner'] },
  retired: { changeClass: 'lifecycle', bump: 'none', approval: ['finance'] },
};

/** The rule for a step forward in the lifecycle. */
export function lifecycleRule(head: string): ChangeRule {
  return NEW_STATE[head] ?? TERMS;
}

const row = (
  at: RegExp,
  changeClass: string,
  bump: Bump,
  approval: readonly string[],
  when?: Row['when'],
): Row =>
  when === undefined ? { at, changeClass, bump, approval } : { at, changeClass, bump, approval, when };

/** The first row that fits decides. The rules of the product, explained in docs/billing-profiles.md. */
const PROFILE_ROWS: readonly Row[] = [
  row(/^(?:name|description|labels|externalIds|supersedes)\b/, 'text', 'patch', ['owner']),
  row(/^(?:skus|discounts|commitments)\[\]\.(?:name|description)$/, 'text', 'patch', ['owner']),
  row(/^commitments\[\]\.alertAt\b/, 'alert', 'patch', ['owner']),
  row(/(?:^|\.)x-/, 'extension', 'none', []),
  row(/^tests\b/, 'tests', 'none', ['owner']),
  row(/^rollout\b/, 'rollout', 'none', ['finance', 'owner']),
  row(/^(?:owner|limits)\b/, 'control', 'none', ['finance', 'owner']),
  row(/^effective\b/, 'effective-date', 'patch', ['owner']),
  row(/^skus\[\]$/, 'new-sku', 'minor', ['owner'], 'added'),
  row(/^skus\[\]$/, 'sku-removed', 'major', ['accountable', 'finance'], 'removed'),
  row(/^skus\[\]\.profitCenter$/, 'allocation', 'major', ['finance', 'owner']),
  row(/^skus\[\]\.(?:min|max)Amount$/, 'commitment', 'major', ['finance']),
  row(/^skus\[\]\.cost\b/, 'cost', 'patch', ['owner']),
  row(/^skus\[\]/, 'price', 'major', ['finance', 'owner']),
  row(/^(?:rateCard|extends|params)\b/, 'price', 'major', ['finance', 'owner']),
  row(/^discounts\b/, 'discount', 'major', ['finance']),
  row(/^commitments\b/, 'commitment', 'major', ['finance']),
  row(/^tax(?:es$|\.)/, 'tax', 'major', ['tax']),
  row(/^currency$/, 'currency', 'new-id', ['finance']),
  row(/^rounding\b/, 'rounding', 'new-id', ['finance']),
  row(/^(?:allocation|revenueShare)\b/, 'allocation', 'major', ['finance', 'owner']),
  row(/^migration\b/, 'migration', 'major', ['accountable', 'finance']),
];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  BindingSet: [
    row(/^(?:name|description|labels)\b/, 'text', 'none', ['owner']),
    row(/^bindings\[\]$/, 'binding', 'none', ['owner'], 'added'),
    row(/^/, 'binding', 'none', ['finance']),
  ],
  TaxTable: [
    row(/^rows\[\]$/, 'tax', 'minor', ['tax'], 'added'),
    row(/^rows\b/, 'tax', 'major', ['tax']),
    ...PROFILE_ROWS,
  ],
  FxTable: [
    row(/^rates\[\]$/, 'exchange-rate', 'minor', ['finance'], 'added'),
    row(/^rates\b/, 'exchange-rate', 'major', ['finance']),
    ...PROFILE_ROWS,
  ],
  Correction: [row(/^/, 'correction', 'refused', [])],
};

/** The rule for a path such as `skus[].price.unit` of a kind of file. */
export function ruleFor(kind: string, path: string, change: 'added' | 'removed' | 'changed'): ChangeRule {
  const rows = ROWS[kind] ?? PROFILE_ROWS;
  return rows.find(({ at, when }) => at.test(path) && (when === undefined || when === change)) ?? TERMS;
}
