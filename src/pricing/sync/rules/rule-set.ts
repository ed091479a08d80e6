import type { PriceOption } from '../../../model/cost.ts';
import { derive, exactTexts, test } from './condition.ts';
import type { ListRule, ServiceRules } from './list-rule.ts';
import type { ListRow, RowMatch } from './row.ts';

type Compiled = (row: ListRow, option: PriceOption | undefined) => RowMatch | undefined;

/** Rules that stand by for the rows that have one of certain texts in one field. */
interface Index {
  readonly field: string;
  readonly byText: Map<string, Compiled[]>;
}

/**
 * The rules for the rows of one offer, indexed so that a row is tested against few of them: each rule by the field whose
 * texts it shares with the fewest others.
 */
export class RuleSet {
  /** All fields that the rules read: a list that lacks one has changed its form, or the field is computed. */
  readonly fields: ReadonlySet<string>;
  readonly #indexes: readonly Index[];
  readonly #others: readonly Compiled[];

  constructor(lists: readonly ServiceRules[]) {
    const rules = lists.flatMap(({ service, rows }) => rows.map((rule) => ({ service, rule })));
    this.fields = new Set(rules.flatMap(({ rule }) => fieldsOf(rule)));
    const loads = countTexts(rules.map(({ rule }) => rule));
    const indexes = new Map<string, Index>();
    const others: Compiled[] = [];
    for (const { service, rule } of rules) {
      const compiled = compile(service, rule);
      const field = cheapestField(rule, loads);
      if (field === undefined) others.push(compiled);
      else addTo(indexes, field, rule, compiled);
    }
    this.#indexes = [...indexes.values()];
    this.#others = others;
  }

  /**
   * What a row is in the book: nothing when no rule takes it, several when one price stands under several keys. Only rules of the
   * row's option are asked; none stands for on demand.
   */
  match(row: ListRow, option?: PriceOption): RowMatch[] {
    const found: RowMatch[] = [];
    for (const { field, byText } of this.#indexes) {
      collect(byText.get(row[field] ?? ''), row, option, found);
    }
    collect(this.#others, row, option, found);
    return found;
  }
}

function collect(
  rules: readonly Compiled[] | undefined,
  row: ListRow,
  option: PriceOption | undefined,
  found: RowMatch[],
): void {
  for (const rule of rules ?? []) {
    const match = rule(row, option);
    if (match !== undefined) found.push(match);
  }
}

function compile(service: string, rule: ListRule): Compiled {
  const tests = Object.entries(rule.where).map(([field, condition]) => [field, test(condition)] as const);
  const parts = keyParts(rule);
  const { unit, listed, per, from, allowance, option, region } = rule;
  const fixed = {
    service,
    unit,
    ...(listed === undefined ? {} : { listed }),
    ...(per === undefined ? {} : { per }),
    ...(from === undefined ? {} : { from }),
    ...(allowance === undefined ? {} : { allowance }),
    ...(option === undefined ? {} : { option }),
    ...(region === undefined ? {} : { region }),
  };
  return (row, asked) => {
    if (asked !== option) return undefined;
    for (const [field, holds] of tests) if (!holds(row[field] ?? '')) return undefined;
    let key = '';
    for (const part of parts) {
      const text = typeof part === 'string' ? part : part(row);
      if (text === undefined || text === '') return undefined;
      key += text;
    }
    return { ...fixed, key };
  };
}

/** The pieces of a key: texts, and what makes a text of a row. */
function keyParts(rule: ListRule): (string | ((row: ListRow) => string | undefined))[] {
  return rule.key
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!part.startsWith('{')) return part;
      const name = part.slice(1, -1);
      const derived = rule.let?.[name];
      return derived === undefined ? (row) => row[name] : (row) => derive(derived, row);
    });
}

function fieldsOf(rule: ListRule): string[] {
  const inKey = [...rule.key.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => rule.let?.[name]?.of ?? name);
  return [...Object.keys(rule.where), ...inKey];
}

/** How many rules want a text in a field, by both. */
function countTexts(rules: readonly ListRule[]): ReadonlyMap<string, number> {
  const loads = new Map<string, number>();
  for (const rule of rules) {
    for (const [field, condition] of Object.entries(rule.where)) {
      for (const text of exactTexts(condition) ?? []) {
        const place = `${field}\n${text}`;
        loads.set(place, (loads.get(place) ?? 0) + 1);
      }
    }
  }
  return loads;
}

/** The field whose texts the rule shares with the fewest others; undefined for a rule that names no text. */
function cheapestField(rule: ListRule, loads: ReadonlyMap<string, number>): string | undefined {
  let best: { readonly field: string; readonly load: number } | undefined;
  for (const [field, condition] of Object.entries(rule.where)) {
    const texts = exactTexts(condition);
    if (texts === undefined) continue;
    const load = Math.max(...[...texts].map((text) => loads.get(`${field}\n${text}`) ?? 0));
    if (best === undefined || load < best.load) best = { field, load };
  }
  return best?.field;
}

function addTo(indexes: Map<string, Index>, field: string, rule: ListRule, compiled: Compiled): void {
  const index = indexes.get(field) ?? { field, byText: new Map<string, Compiled[]>() };
  indexes.set(field, index);
  for (const text of exactTexts(rule.where[field] ?? null) ?? []) {
    const rules = index.byText.get(text);
    if (rules === undefined) index.byText.set(text, [compiled]);
    else rules.push(compiled);
  }
}
