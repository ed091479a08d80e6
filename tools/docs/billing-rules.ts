import { ruleAnchor } from '../../src/model/repository-page.ts';
import { builtinPolicies } from '../../src/policy/builtin.ts';

const EFFECTS = { deny: 'blocks', warn: 'warns' } as const;

/** All rules of billing files in one table, by id. */
export function billingRuleTable(): string {
  const rows = rules().map(
    ({ id, title, effect, policy }) =>
      `| [${id}](#${ruleAnchor(id)}) | ${title} | ${EFFECTS[effect]} | \`${policy}\` |`,
  );
  return ['| Id | Rule | Does | Policy |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Each rule with what it asks, why, and how to keep it. The anchor stays when the title changes: findings lead there. */
export function billingRuleTexts(): string {
  return rules()
    .map(
      ({ id, title, description }) =>
        `<a id="${ruleAnchor(id)}"></a>\n\n### ${id}: ${title}\n\n${description}`,
    )
    .join('\n\n');
}

/** What others wrote that the rules of each policy go by. */
export function billingRuleSources(): string {
  const rows = builtinPolicies()
    .filter(({ id }) => id.startsWith('billing-'))
    .map(({ id, sources = [] }) => {
      const links = sources.map(({ title, url }) => `[${title}](${url})`);
      return `| \`${id}\` | ${links.join(', ')} |`;
    });
  return ['| Policy | Read on |', '| --- | --- |', ...rows].join('\n');
}

function rules() {
  return builtinPolicies()
    .flatMap(({ id: policy, rules: own = [] }) => own.map((rule) => ({ ...rule, policy })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
