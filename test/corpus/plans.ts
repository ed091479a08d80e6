import { basename } from 'node:path';
import { byCodePoint } from '../../src/lib/order.ts';
import { comparePair } from './plans/compare-pair.ts';
import type { Agreement } from './plans/compare-pair.ts';
import type { Outcome } from './plans/compare-attributes.ts';
import { findPairs } from './plans/find-pairs.ts';

/** Compares all pairs below some folders and prints a table for each folder, then each thing that is not agreed. */
export function run(folders: readonly string[]): void {
  for (const folder of folders) report(basename(folder), findPairs(folder).map(comparePair));
}

function report(name: string, pairs: readonly Agreement[]): void {
  const count = (pick: (pair: Agreement) => number): number =>
    pairs.reduce((sum, pair) => sum + pick(pair), 0);
  const outcomes = pairs.flatMap((pair) => pair.outcomes.map((outcome) => ({ pair: pair.name, ...outcome })));
  const results = new Map<string, number>();
  for (const { result } of outcomes) results.set(result, (results.get(result) ?? 0) + 1);
  const rows: readonly (readonly [string, number])[] = [
    ['plans', pairs.length],
    ['addresses agreed', count(({ agreed }) => agreed.length)],
    ['addresses only in the plan', count(({ onlyPlan }) => onlyPlan.length)],
    ['addresses only here', count(({ onlyHere }) => onlyHere.length)],
    ['in modules that are not there', count(({ unresolved }) => unresolved.length)],
    ['of unknown repetition here', count(({ repeated }) => repeated.length)],
    ['blocks on both sides', count(({ blocks }) => blocks)],
    ['blocks with the same instances', count(({ sameInstances }) => sameInstances)],
    ...[...results]
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([result, times]) => [`values: ${result}`, times] as const),
    ['errors reported here', count(({ errors }) => errors.length)],
  ];
  console.log(`\n${name}`);
  for (const [label, number] of rows) console.log(`  ${label.padEnd(44)} ${String(number).padStart(6)}`);
  for (const pair of pairs) {
    for (const address of pair.onlyPlan) console.log(`only in the plan: ${pair.name}: ${address}`);
    for (const address of pair.onlyHere) console.log(`only here: ${pair.name}: ${address}`);
    for (const { message, source } of pair.errors) {
      console.log(`error: ${pair.name}: ${source?.file ?? ''}:${source?.start.line ?? ''} ${message}`);
    }
  }
  for (const outcome of outcomes) if (outcome.result !== 'agreed') console.log(shown(outcome));
}

function shown({
  pair,
  result,
  place,
  ours = '',
  planned = '',
}: Outcome & { readonly pair: string }): string {
  return `${result}: ${pair}: ${place}: ${cut(ours)} / ${cut(planned)}`;
}

function cut(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
