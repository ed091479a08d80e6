import type { Allowance, AllowancesFile } from '../../src/estimate/own-prices/allowances.ts';
import { byCodePoint } from '../../src/lib/order.ts';
import { readYaml } from './read.ts';

/** Parts of an allowance that are texts. */
const TEXTS = ['id', 'provider', 'service', 'unit', 'amount', 'link'] as const;

/** The text of `catalog/allowances.json`. Throws on an allowance that lacks something, and on a key that two of them share. */
export function compileAllowances(): string {
  const { allowances } = readYaml('allowances.yaml') as { allowances: readonly Allowance[] };
  const problems = allowances.flatMap(problemsOf);
  const names = [
    ...allowances.map(({ id }) => id),
    ...allowances.flatMap(({ provider, service, keys }) =>
      keys.map((key) => `${provider} ${service} ${key}`),
    ),
  ];
  problems.push(
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} stands twice`),
  );
  if (problems.length > 0) throw new Error(`allowances.yaml: ${problems.join('\n')}`);
  const file: AllowancesFile = {
    version: 1,
    allowances: allowances.toSorted((a, b) => byCodePoint(a.id, b.id)),
  };
  return `${JSON.stringify(file)}\n`;
}

function problemsOf(allowance: Allowance): string[] {
  const lacks = TEXTS.filter((name) => typeof allowance[name] !== 'string' || allowance[name] === '');
  const isPlain = /^[0-9]+(\.[0-9]+)?$/.test(allowance.amount);
  return [
    ...lacks.map((name) => `${allowance.id} lacks ${name} as a text`),
    ...(isPlain ? [] : [`the amount of ${allowance.id} is no plain decimal`]),
    ...(allowance.keys.length > 0 ? [] : [`${allowance.id} has no keys`]),
    ...(allowance.link.startsWith('https://') ? [] : [`the link of ${allowance.id} is none`]),
  ];
}
