import type { RuleEffect } from '../model/billing/config.ts';
import type { Finding } from '../model/finding.ts';
import type { PolicyHost } from './abi-host.ts';
import { activePolicies } from './activation.ts';
import type { ActivePolicy } from './activation.ts';
import { loadBuiltinHost } from './builtin.ts';
import { readElements } from './element.ts';
import { errorFinding, toFinding } from './findings.ts';
import type { FindingContext } from './findings.ts';
import { buildPolicyInput, modulesOf } from './input.ts';
import type { PolicyFacts, PolicyInput } from './input.ts';
import { jsonText } from './json-text.ts';
import type { JsonObject } from './json-text.ts';
import { byWeight } from './order.ts';
import { PolicyError } from './policy-error.ts';
import { subjectOf } from './resource-input.ts';

/**
 * What the built-in policies say of a change: sorted, with the levels of the configuration. A policy that cannot be
 * evaluated gives a finding with status `error`. Nothing is loaded when no policy has anything to judge.
 */
export function evaluatePolicies(facts: PolicyFacts): Finding[] {
  const active = activePolicies(facts);
  if (active.length === 0) return [];
  const host = loadBuiltinHost();
  const input = buildPolicyInput(facts);
  host.setData(jsonText(input.data));
  const effects = facts.config.policies.billing.rules;
  const findings = active.flatMap((policy) =>
    policy.policy.scope === 'resource'
      ? judgeResources(policy, facts, input, host)
      : judgeChange({ ...policy, effects }, input, host),
  );
  return findings.sort(byWeight);
}

/** One call for each changed resource or module call: linear, and one bad resource does not hide the others. */
function judgeResources(
  active: ActivePolicy,
  facts: PolicyFacts,
  input: PolicyInput,
  host: PolicyHost,
): Finding[] {
  const resources = facts.changes.flatMap((change) => {
    const resource = subjectOf(change);
    if (resource === undefined || change.change.action === 'no-op') return [];
    const context = {
      ...active,
      project: change.change.project,
      subject: change.change.address,
      source: resource.source,
    };
    const { reads } = active.policy;
    const children = readsTags(reads) ? (facts.children?.(resource) ?? []) : [];
    return [
      ...judge(host, () => input.resource(change, reads), context),
      ...children.flatMap(({ name, tags }) => {
        const subject = `${change.change.address} (${name})`;
        return judge(host, () => input.resource(change, reads, tags), { ...context, subject });
      }),
    ];
  });
  const modules = modulesOf(facts).flatMap((call) => {
    const context = { ...active, project: '', subject: call.address, source: call.source };
    return judge(host, () => input.module(call), context);
  });
  return [...resources, ...modules];
}

/** What the configuration says of a rule where that is not what the rule does anyway. */
function effectOf(
  rule: 'deny' | 'warn',
  id: string | undefined,
  { policy, effects }: FindingContext,
): RuleEffect {
  const set = id === undefined ? undefined : effects?.[id];
  const own = policy.rules?.find((other) => other.id === id)?.effect;
  return set === undefined || set === own ? rule : set;
}

/** Whether a policy is about tags: then it is asked of what resources make too. */
function readsTags(reads: readonly string[] | undefined): boolean {
  return reads?.some((path) => path === 'resource.tags' || path.startsWith('resource.tags.')) === true;
}

function judgeChange(
  active: ActivePolicy & Pick<FindingContext, 'effects'>,
  input: PolicyInput,
  host: PolicyHost,
): Finding[] {
  return judge(host, () => input.change(active.policy.reads), { ...active, project: '' });
}

function judge(host: PolicyHost, input: () => JsonObject, context: FindingContext): Finding[] {
  const rules = (['deny', 'warn'] as const).flatMap((rule) => {
    const entrypoint = context.policy.entrypoints[rule];
    return entrypoint === undefined ? [] : [{ rule, entrypoint }];
  });
  try {
    const values = host.evaluate(
      rules.map(({ entrypoint }) => entrypoint),
      jsonText(input()),
    );
    return rules.flatMap(({ rule, entrypoint }, index) =>
      readElements(entrypoint, values[index]).flatMap((element) => {
        const effect = effectOf(rule, element.rule, context);
        return effect === 'off' ? [] : [toFinding(effect, element, context)];
      }),
    );
  } catch (error) {
    if (error instanceof PolicyError) return [errorFinding(error, context)];
    throw error;
  }
}
