import type { SourceRange } from './source.ts';
import type { ObjectValue, Value } from './value.ts';

/** The provider configuration that a resource instance uses. */
export interface ProviderRef {
  /** Short name: `aws`, `azurerm`, `google`. */
  readonly name: string;
  readonly alias?: string;
  /** `default_tags` (aws) or `default_labels` (google): an object, null or unknown value. */
  readonly defaultTags: Value;
  /** Version that the lock file names; left out when there is none. */
  readonly version?: string;
  /** `ignore_tags` (aws): keys and beginnings of keys that the provider takes no notice of; left out when not written. */
  readonly ignoreTags?: { readonly keys: Value; readonly prefixes: Value };
}

/** What a plan does with a resource that is there before and after. */
export interface Planned {
  readonly action: 'no-op' | 'update' | 'replace';
  /** Paths whose change makes the cloud replace the resource. Empty when it is replaced for another reason. */
  readonly replaceBecause: readonly string[];
  /** Paths of what the cloud will compute. What nobody writes of it is no difference. */
  readonly computed: ReadonlySet<string>;
}

/** The argument that decides how many instances there are, where it does not tell. */
export interface RepeatedBy {
  /** `count`, `for_each`, `lifecycle.enabled`; of a module call after its address: `module.web.count`. */
  readonly path: string;
  readonly value: Value;
}

/** What `lifecycle.replace_triggered_by` names. */
export interface ReplaceTrigger {
  /** Address of a resource without its own instance key. */
  readonly block: string;
  /** Path without indexes; left out when the resource as a whole is named. */
  readonly attribute?: string;
}

/** One instance of an infrastructure definition. */
export interface Resource {
  /** Full address, such as `module.web["eu"].aws_instance.app[0]`; `[*]` where the repetition is unknown. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** Address of the module instance, `""` for the root. */
  readonly modulePath: string;
  readonly provider: ProviderRef;
  /** Where it would be created; unknown stays unknown: there is no fallback region. */
  readonly region: Value;
  /** Arguments as written and evaluated; a nested block type is a list of objects. */
  readonly attributes: ObjectValue;
  /** The block's header line to closing brace. */
  readonly source: SourceRange;
  /** Id of the project that it belongs to. */
  readonly project: string;
  /** `unknown`: stands for an unknown number of instances. */
  readonly repetition: 'exact' | 'unknown';
  /** What decides how many there are where that is unknown: its own argument, then those of the modules around it. */
  readonly repeatedBy?: readonly RepeatedBy[];
  /** What the number of instances assumes besides the sources; left out when nothing. */
  readonly assumed?: readonly string[];
  /** Arguments of `lifecycle.ignore_changes`; `all` for everything. */
  readonly ignoreChanges?: readonly string[] | 'all';
  /** With whose change it is replaced; left out when nothing is named. */
  readonly replaceTriggers?: readonly ReplaceTrigger[];
  /** Of the base: stands for what an `import` block takes over, with the values of the head. What it is and costs is not known. */
  readonly imported?: true;
  /** Of the head, where both sides are those of one plan. */
  readonly planned?: Planned;
}

/** A module call that leads out of the repository, and what was found there. */
export interface ResolvedModule {
  readonly sourceAddress: string;
  /** From where it came, and which version or commit of it. */
  readonly origin: string;
  readonly source: SourceRange;
}

/** A module call whose source is not there: its resources are not in the result. */
export interface UnresolvedModule {
  readonly address: string;
  readonly sourceAddress: string;
  /** Why it is not there. */
  readonly reason: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly source: SourceRange;
  /** Id of the project that it belongs to. */
  readonly project?: string;
  /** Equal on two sides when the call passes on the same. */
  readonly fingerprint?: string;
}
