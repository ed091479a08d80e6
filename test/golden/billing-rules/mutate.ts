import { base, type Files } from './repository.ts';

export const PROFILE = 'billing/profiles/standard.yaml';
export const BINDINGS = 'billing/bindings/prod.yaml';

/** Replaces a text that must be there once; a file that is to be made has none to replace. */
export interface Edit {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** One mistake, made in the good change, and the rule that must find it. */
export interface Mutation {
  readonly rule: string;
  readonly mistake: string;
  /** In the repository before the change. */
  readonly before?: readonly Edit[];
  /** When the base was published. */
  readonly published?: string;
  /** Files that were deleted since then, before the change. */
  readonly gone?: readonly string[];
  /** Before the snapshots of the change are written. */
  readonly edits?: readonly Edit[];
  /** After that. */
  readonly late?: readonly Edit[];
  readonly remove?: readonly string[];
}

/** An edit of the changed profile. */
export function inProfile(from: string | RegExp, to: string): Edit {
  return { file: PROFILE, from, to };
}

/** A file that the mistake brings. */
export function newFile(file: string, to: string): Edit {
  return { file, from: '', to };
}

/** In the rate card: without a known cost no margin can be told. */
export const KNOWN_COST = {
  file: 'billing/ratecards/wholesale.yaml',
  from: 'profitCenter: storage',
  to: "profitCenter: storage\n    cost: { variable: '0' }",
};

/** Another rate card, with one text replaced, under the next version of the profile that has one. `expect` is what its test says then. */
export function otherCard(from: string, to: string, expect: string): Edit[] {
  const file = 'billing/profiles/partner.yaml';
  const card = (base['billing/ratecards/wholesale.yaml'] ?? '')
    .replace('id: wholesale', 'id: retail')
    .replace(KNOWN_COST.from, KNOWN_COST.to)
    .replace('2025-03-01', '2026-07-01');
  return [
    newFile('billing/ratecards/retail.yaml', card.replace(from, to)),
    { file, from: 'version: 1.0.0', to: 'version: 2.0.0\nsupersedes: partner@1.0.0' },
    { file, from: '2025-03-01', to: '2026-07-01' },
    { file, from: 'wholesale@1.0.0', to: 'retail@1.0.0' },
    { file, from: "expect: '0.5'", to: expect },
  ];
}

/** An edit of the profile for trials, under its next version, that makes its SKU cost nothing. */
export function inPlayground(from: string, to: string): Edit[] {
  const file = 'billing/profiles/playground.yaml';
  return [
    { file, from: 'version: 0.3.0', to: 'version: 1.0.0\nsupersedes: playground@0.3.0' },
    { file, from: '2025-03-01', to: '2026-07-01' },
    { file, from, to },
    { file, from: "expect: '1'", to: "expect: '0'" },
  ];
}

/** The files with the edits made. Throws when a text is not there exactly once. */
export function edited(files: Files, edits: readonly Edit[]): Files {
  return edits.reduce<Files>((all, { file, from, to }) => {
    if (from === '') return { ...all, [file]: to };
    const text = all[file] ?? '';
    if (text.split(from).length !== 2) throw new Error(`"${from}" is not once in ${file}.`);
    return { ...all, [file]: text.replace(from, to) };
  }, files);
}

/** The files without some of them. */
export function without(files: Files, names: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([file]) => !names.includes(file)));
}
