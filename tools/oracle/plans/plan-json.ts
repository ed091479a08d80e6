/** The parts of `tofu show -json` of a plan that are kept (OpenTofu, "JSON Output Format"). */
export interface PlanJson {
  readonly resource_changes?: readonly ResourceChangeJson[];
  readonly output_changes?: Readonly<Record<string, ChangeJson>>;
  readonly planned_values?: {
    readonly outputs?: Readonly<Record<string, { readonly type?: unknown }>>;
  };
}

export interface ResourceChangeJson {
  readonly address: string;
  readonly previous_address?: string;
  readonly mode: string;
  readonly change: ChangeJson;
}

export interface ChangeJson {
  readonly actions: readonly string[];
  readonly after: unknown;
  readonly after_unknown?: unknown;
  readonly after_sensitive?: unknown;
}
