import type { RuleEffect } from '../model/billing/config.ts';
import type { Finding, Level } from '../model/finding.ts';
import { REPOSITORY_PAGE, ruleAnchor } from '../model/repository-page.ts';
import type { SourceRange } from '../model/source.ts';
import type { PolicyDescription } from './builtin.ts';
import type { Element } from './element.ts';
import { fingerprint } from './fingerprint.ts';

/** What a finding is about when the policy does not say. */
export interface FindingContext {
  readonly policy: PolicyDescription;
  readonly level: Level;
  /** What the configuration says that single rules of the policy do. Left out: nothing. */
  readonly effects?: Readonly<Record<string, RuleEffect>>;
  /** Part of the identity where addresses alone are not unique. */
  readonly project: string;
  readonly subject?: string;
  /** Place of the subject. */
  readonly source?: SourceRange;
}

/** A rule's element as a finding. A denial at level advisory, and every warning, is only shown. */
export function toFinding(rule: 'deny' | 'warn', element: Element, context: FindingContext): Finding {
  const { policy, level } = context;
  const subject = element.resource ?? element.subject ?? context.subject;
  const source = element.source ?? (subject === context.subject ? context.source : undefined);
  return {
    ...described(policy, level, element.rule),
    ...named(element.rule, policy),
    status: rule === 'deny' && level !== 'advisory' ? 'fail' : 'warn',
    message: element.msg,
    ...(subject === undefined ? {} : { subject }),
    ...(source === undefined ? {} : { source }),
    ...pick(element, ['actual', 'expected', 'fix', 'details']),
    fingerprint: fingerprint(policy.id, context.project, subject ?? '', element.id ?? element.msg),
  };
}

/** The finding that says that the policy itself failed. */
export function errorFinding(error: Error, context: FindingContext): Finding {
  const { policy, level, subject, source } = context;
  return {
    ...described(policy, level),
    status: 'error',
    message: `The policy could not be evaluated: ${error.message}`,
    ...(subject === undefined ? {} : { subject }),
    ...(source === undefined ? {} : { source }),
    fingerprint: fingerprint(policy.id, context.project, subject ?? '', 'error'),
  };
}

function described(policy: PolicyDescription, level: Level, rule?: string) {
  return { policyId: policy.id, title: policy.title, level, docsUrl: docsUrl(policy, rule) };
}

/** The page of the policy, at the place of a rule that it describes. */
function docsUrl({ docsUrl: page, rules }: PolicyDescription, rule: string | undefined): string {
  const url = new URL(page, REPOSITORY_PAGE);
  if (rules?.some(({ id }) => id === rule) === true) url.hash = ruleAnchor(rule ?? '');
  return url.href;
}

/** A rule of several is shown by its own name. */
function named(
  rule: string | undefined,
  policy: PolicyDescription,
): Pick<Finding, 'rule' | 'title'> | object {
  if (rule === undefined) return {};
  const title = policy.rules?.find(({ id }) => id === rule)?.title ?? policy.title;
  return { rule, title: `${rule}: ${title}` };
}

function pick<Key extends keyof Element>(element: Element, keys: readonly Key[]): Pick<Element, Key> {
  const found = keys.filter((key) => element[key] !== undefined).map((key) => [key, element[key]]);
  return Object.fromEntries(found) as Pick<Element, Key>;
}
