import type { SourceRange } from './source.ts';

/** advisory is only shown; soft and hard block; a policy that fails itself blocks where it is hard. Set by configuration. */
export type Level = 'advisory' | 'soft' | 'hard';

/** One thing that a policy said. */
export interface Finding {
  /** Stable id of the policy, such as `required-tags`. */
  readonly policyId: string;
  /** Of a policy that holds several rules: which one, such as `BP-112`. */
  readonly rule?: string;
  readonly title: string;
  readonly level: Level;
  /** `fail`: denied at a level that blocks; `warn`: shown only; `error`: the policy itself failed. */
  readonly status: 'fail' | 'warn' | 'error';
  readonly message: string;
  /** Address of the resource, or id of the profile or unit. */
  readonly subject?: string;
  readonly source?: SourceRange;
  readonly actual?: string;
  readonly expected?: string;
  readonly fix?: string;
  readonly docsUrl?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Stable across line moves: hash of policy, subject and key. */
  readonly fingerprint: string;
}
