import { byCodePoint } from '../../../src/lib/order.ts';
import type { ChangeJson, PlanJson, ResourceChangeJson } from './plan-json.ts';

/** What is kept of a plan that creates everything. Parts of values may be markers. */
export interface ExpectedValues {
  /** The arguments of `terraform_data` by address. */
  readonly resources: Readonly<
    Record<string, { readonly input: unknown; readonly triggers_replace: unknown }>
  >;
  readonly outputs: Readonly<Record<string, ExpectedOutput>>;
}

export interface ExpectedOutput {
  readonly value: unknown;
  /** As cty writes types in JSON; absent when the value is not wholly known. */
  readonly type?: unknown;
}

/** What is kept of a plan over an earlier state: actions of managed resources by address. */
export interface ExpectedChanges {
  readonly changes: Readonly<
    Record<string, { readonly actions: readonly string[]; readonly previous?: string }>
  >;
}

/** Stands where the plan says `(known after apply)`. */
const UNKNOWN = { $unknown: true };

/** The arguments and outputs of a plan, with markers `{$unknown: true}` and `{$sensitive: value}`. */
export function condenseValues(plan: PlanJson): ExpectedValues {
  const resources = managed(plan).map(({ address, change }) => {
    const after = marked(change) as Readonly<Record<string, unknown>>;
    return [
      address,
      { input: after['input'] ?? null, triggers_replace: after['triggers_replace'] ?? null },
    ] as const;
  });
  const outputs = Object.entries(plan.output_changes ?? {}).map(([name, change]) => {
    const type = plan.planned_values?.outputs?.[name]?.type;
    return [name, { value: marked(change), ...(type === undefined ? {} : { type }) }] as const;
  });
  return { resources: sorted(resources), outputs: sorted(outputs) };
}

/** The actions of a plan. What is deleted is under the address that it has. */
export function condenseChanges(plan: PlanJson): ExpectedChanges {
  const changes = managed(plan).map(({ address, previous_address: previous, change: { actions } }) => {
    if (previous === undefined || previous === address) return [address, { actions }] as const;
    return actions[0] === 'delete' && actions.length === 1
      ? ([previous, { actions }] as const)
      : ([address, { actions, previous }] as const);
  });
  return { changes: sorted(changes) };
}

function managed(plan: PlanJson): readonly ResourceChangeJson[] {
  return (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
}

function marked({ after, after_unknown: unknown, after_sensitive: sensitive }: ChangeJson): unknown {
  return mark(after, unknown, sensitive);
}

function mark(after: unknown, unknown: unknown, sensitive: unknown): unknown {
  if (sensitive === true) return { $sensitive: mark(after, unknown, undefined) };
  if (unknown === true) return UNKNOWN;
  if (Array.isArray(after)) {
    return after.map((item, index) => mark(item, part(unknown, index), part(sensitive, index)));
  }
  if (after === null || typeof after !== 'object') return after ?? null;
  const keys = new Set([...Object.keys(after), ...unknownKeys(unknown)]);
  return sorted(
    [...keys].map((key) => [key, mark(part(after, key), part(unknown, key), part(sensitive, key))]),
  );
}

/** Attributes that are wholly unknown are in `after_unknown` alone. */
function unknownKeys(unknown: unknown): readonly string[] {
  return typeof unknown === 'object' && unknown !== null ? Object.keys(unknown) : [];
}

function part(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[key];
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => byCodePoint(a, b)));
}
