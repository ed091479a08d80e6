import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError } from '../../../src/lib/errors.ts';
import { byCodePoint } from '../../../src/lib/order.ts';
import { readPlan } from '../../../src/iac/plan/read-plan.ts';
import type { Plan } from '../../../src/iac/plan/plan.ts';

/** The path at which a pair has the values that the plan was made with, as a variable file. */
export const VARIABLES = 'values-of-the-plan.tfvars.json';

/** A root module with a plan that was made of it. */
export interface Pair {
  readonly name: string;
  readonly plan: Plan;
  /** Contents by path; the plan's values of variables are in `VARIABLES`. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** All folders below one that have both configuration and a plan in JSON that can be read. */
export function findPairs(root: string): readonly Pair[] {
  const folders = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return [root, ...folders].sort(byCodePoint).flatMap((folder) => pairsIn(folder, relative(root, folder)));
}

function pairsIn(folder: string, name: string): readonly Pair[] {
  const names = readdirSync(folder);
  if (!names.some((one) => /\.tf(\.json)?$/.test(one))) return [];
  const plans = names.filter((one) => one.endsWith('.json') && one.includes('plan'));
  const files = filesOf(folder);
  return plans.flatMap((file): Pair[] => {
    const bytes = readFileSync(join(folder, file));
    const plan = planOrNothing(bytes, file);
    if (plan === undefined) return [];
    const suffix = plans.length > 1 ? ` (${file})` : '';
    return [
      {
        name: (name === '' ? '.' : name) + suffix,
        plan,
        files: { ...files, [VARIABLES]: variablesOf(bytes) },
      },
    ];
  });
}

function planOrNothing(bytes: Uint8Array, file: string): Plan | undefined {
  try {
    return readPlan(bytes, file);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function variablesOf(plan: Uint8Array): Uint8Array {
  const { variables = {} } = JSON.parse(new TextDecoder().decode(plan)) as {
    variables?: Record<string, { value?: unknown }>;
  };
  const values = Object.entries(variables).flatMap(([name, { value }]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(values)));
}

function filesOf(folder: string): Readonly<Record<string, Uint8Array>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}
