import type { ResourceCost } from './cost.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { ProjectInput, SideRef } from './result.ts';
import type { SourceRange } from './source.ts';
import type { Value } from './value.ts';

/** A place where a value was set, passed on or worked out. */
export interface ExplainedPlace {
  readonly source: SourceRange;
  /** What stands there: `variable file`, `local.size`, `type of module.web`, `aws_instance.web`. */
  readonly role: string;
  /** The line as it is written; null where it could hold something secret, or is not a line of a file. */
  readonly line: string | null;
  /** Where in `line` the place begins, in UTF-16 units. */
  readonly at?: number;
}

/** A value and the places that it comes from, the first one first. */
export interface ExplainedValue {
  /** `tags.Owner`, `root_block_device[0].volume_size`; `tags.*` for the keys that cannot be told; `""` for all of it. */
  readonly path: string;
  readonly value: Value;
  readonly places: readonly ExplainedPlace[];
  /** What it rests on that no source says. */
  readonly assumptions: readonly string[];
  /** The price of the resource rests on it. */
  readonly priced: boolean;
  /** Who adds it where the resource does not have it written: `default tags of provider aws`. */
  readonly addedBy?: string;
}

/** A tag that a resource will carry. */
export interface ExplainedTag {
  readonly key: string;
  readonly state: 'known' | 'unknown' | 'sensitive';
  readonly value: string | null;
  /** Why it is unknown, where that is told. */
  readonly reason: string | null;
  /** `resource`, `provider-default`, `tag-block`; null for a key that may not be there. */
  readonly from: string | null;
  readonly source: SourceRange | null;
}

/** What is only told of resources. */
export interface ExplainedResource {
  readonly type: string;
  readonly repetition: 'exact' | 'unknown';
  readonly region: ExplainedValue;
  /** How far its price is known. */
  readonly price: ResourceCost['status'];
  /** Attributes that the price asks for and that are not written. */
  readonly notWritten: readonly string[];
  /** Attributes of other resources that the price rests on, by address. */
  readonly alsoPriced: readonly string[];
  readonly tags: readonly ExplainedTag[];
  /** Why more tags are possible; null when they are not. */
  readonly moreTags: string | null;
  /** The provider's default tags or labels. */
  readonly defaultTags: readonly ExplainedValue[];
}

/** Where the values of one address of a project come from. */
export interface Explanation {
  readonly side: SideRef;
  readonly project: string;
  readonly address: string;
  /** The plan or state of the project that its resources are read from too; left out without any. */
  readonly input?: ProjectInput;
  readonly kind: 'resource' | 'data' | 'module' | 'variable' | 'local' | 'output';
  readonly source: SourceRange;
  readonly values: readonly ExplainedValue[];
  /** False when there are more values than are listed. */
  readonly complete: boolean;
  readonly resource: ExplainedResource | null;
  /** What is wrong in the lines of the block. */
  readonly diagnostics: readonly Diagnostic[];
}
