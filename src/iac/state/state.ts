import type { Json, JsonObject } from '../../lib/json.ts';

/** An object that a state has: a resource that exists, or what a data source last said. */
export interface StateObject {
  /** As in configurations: `module.a["x"].aws_instance.web[0]`, `data.aws_ami.web`. */
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  /** Short name and alias of its provider. */
  readonly provider: { readonly name: string; readonly alias?: string };
  /** Only what was asked for: a state is full of secrets. */
  readonly attributes: JsonObject;
  /** In the shape of the attributes: `true` stands where a value is secret. */
  readonly sensitive: Json;
  /** The next apply replaces it. */
  readonly isTainted: boolean;
}

/** A state: what Terraform knows to exist. */
export interface State {
  /** The file that it was read from, as it may be shown. */
  readonly file: string;
  readonly objects: readonly StateObject[];
}

/** Which attributes of a type are kept; nothing else of a state is. */
export type KeptAttributes = (type: string, mode: 'managed' | 'data') => ReadonlySet<string>;
