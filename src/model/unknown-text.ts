import type { Unknownness, UnknownReason } from './value.ts';

const REASONS: Readonly<Record<UnknownReason, string>> = {
  'no-variable-value': 'has no value in the sources',
  'region-not-written': 'names no region in the sources: set default_region in tollgate.yml',
  'no-provider-configuration': 'has no configuration in the sources',
  'unknown-workspace': 'depends on the workspace: list projects[].workspaces in tollgate.yml',
  'data-source': 'is read from the cloud',
  'computed-attribute': 'is computed by the cloud',
  'unresolved-module': 'comes from a module that is not in the repository',
  'unresolved-remote-state': 'is read from remote state',
  'unsupported-function': 'comes from a function that is not supported',
  'impure-function': 'differs from run to run',
  'unknown-repetition': 'depends on an unknown repetition',
  'sensitive-input-withheld': 'depends on a sensitive value',
  'evaluation-limit': 'is too large to evaluate',
  'error-in-expression': 'cannot be evaluated',
  'file-not-in-repository': 'comes from a file that is not in the repository',
};

/** Why something is unknown: `var.owner has no value in the sources`. Without a culprit `subject` stands in its place. */
export function describeUnknown({ reason, detail }: Unknownness, subject = 'it'): string {
  return `${detail ?? subject} ${REASONS[reason]}`;
}

/** A count of 0 for each reason, to count by. */
export function noneUnknown(): Record<UnknownReason, number> {
  return Object.fromEntries(Object.keys(REASONS).map((reason) => [reason, 0])) as Record<
    UnknownReason,
    number
  >;
}
