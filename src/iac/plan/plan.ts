import type { Json, JsonObject } from '../../lib/json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PlanConfiguration } from './configuration.ts';

/**
 * What a plan says of one object: an entry of `resource_changes` (Terraform, "JSON Output Format", change representation).
 * Values are as they stand there; some are secret, so nothing of it may be shown as it is.
 */
export interface PlannedChange {
  readonly address: string;
  /** Set when the object moves to `address` from here. */
  readonly previousAddress?: string;
  /** Address of the module instance, `""` for the root. */
  readonly modulePath: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** The key of an extra object that a broken replacement left behind under the same address. */
  readonly deposed?: string;
  /** Short name of the provider: `aws`. */
  readonly provider: string;
  readonly action: PlannedAction;
  /** Why, such as `replace_because_tainted`. Words that later versions add come through. */
  readonly reason?: string;
  /** Null when there is no object yet. Of a no-op the same as `after`. */
  readonly before: JsonObject | null;
  /** Null when there is no object any more. What is not known yet is absent. */
  readonly after: JsonObject | null;
  /** In the shape of `after`: `true` stands where a value is not known yet. */
  readonly afterUnknown: Json;
  readonly beforeSensitive: Json;
  readonly afterSensitive: Json;
  /** Paths whose change forces a replacement. */
  readonly replacePaths: readonly (readonly (string | number)[])[];
  /** The object exists and comes under management with this plan. */
  readonly isImported: boolean;
}

/** `unknown`: a combination of words that is not known here; what stands before and after tells what happens. */
export type PlannedAction =
  'no-op' | 'create' | 'read' | 'update' | 'replace' | 'delete' | 'forget' | 'unknown';

/** A plan in JSON, as `terraform show -json` and `tofu show -json` print it. */
export interface Plan {
  /** The file that it was read from, as it may be shown. */
  readonly file: string;
  readonly terraformVersion: string | undefined;
  /** Managed objects and data sources, in the order of the file. */
  readonly changes: readonly PlannedChange[];
  readonly configuration: PlanConfiguration;
  /** Objects that somebody changed outside of Terraform. */
  readonly drifted: number;
  /** Not all of the configuration is in the plan. */
  readonly isPartial: boolean;
  /** What is odd about it: partial, failed, of a newer format, entries that could not be read. */
  readonly diagnostics: readonly Diagnostic[];
}
