import { readFileSync, readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { byCodePoint } from '../../../src/lib/order.ts';

/** What the metrics of one service of the AWS calculator feed are called in the book: `metrics/<service>.yaml`. */
export interface Mapping {
  /** Service of the book. */
  readonly book: string;
  readonly metrics: readonly Rule[];
}

/** Which metrics are which key. */
export interface Rule {
  /** The whole name of a metric; or `pattern`, which the whole name matches. */
  readonly metric?: string;
  readonly pattern?: string;
  /** Key of the book, with `{group}` for the named groups of the pattern. */
  readonly key: string;
  /** Unit of one after `per` was divided out. */
  readonly unit: string;
  /** Lower bound of the tier; 0 when absent. */
  readonly from?: number;
  /** How many units the price is for; 1 when absent. */
  readonly per?: number;
}

const folder = new URL('metrics/', import.meta.url);

/** All mappings, by service as the feed names it. */
export function readMappings(): Map<string, Mapping> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    files
      .sort(byCodePoint)
      .map((name) => [
        name.replace('.yaml', ''),
        load(readFileSync(new URL(name, folder), 'utf8')) as Mapping,
      ]),
  );
}

/** The key that a rule gives a metric; undefined when the rule is not for it. */
export function keyOf(rule: Rule, metric: string): string | undefined {
  if (rule.metric !== undefined) return rule.metric === metric ? rule.key : undefined;
  const match = new RegExp(`^(?:${rule.pattern ?? ''})$`).exec(metric);
  if (match === null) return undefined;
  return rule.key.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = match.groups?.[name];
    if (value === undefined) throw new Error(`${rule.key}: the pattern has no group ${name}`);
    return value;
  });
}
