/** A module call as far as it decides where the module is: the `source` and `version` arguments, `""` without one. */
export interface WantedModule {
  readonly source: string;
  readonly version: string;
}

/** Where a module is, or why it is not there. */
export type Resolution = FoundModule | MissingModule;

export interface FoundModule {
  readonly kind: 'found';
  /** Folder of the module, and of the package that it is in: below `.terraform/modules/`. */
  readonly folder: string;
  readonly packageFolder: string;
  /** From where it came and which version it is, for people: `github.com/owner/name at 0123…`. */
  readonly origin: string;
}

export interface MissingModule {
  readonly kind: 'missing';
  readonly reason: string;
  readonly hint?: string;
}

/** What a call is known by: the same source and version are the same module, whoever calls it. */
export function wantedKey({ source, version }: WantedModule): string {
  return JSON.stringify([source, version]);
}
