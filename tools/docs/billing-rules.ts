import { builtinPolicies } from '../../src/policy/builtin.ts';

const EFFECTS = { deny: 'blocks', warn: 'warns' } as const;

/** All rules of billing files in one table, by id. */
export function billingRuleTable(): string {
  const rows = rules().map(
    ({ id, title, effect, policy }) =>
      `| [${id}](#${anchorOf(id, title)}) | ${title} | ${EFFECTS[effect]} | \`${policy}\` |`,
  );
  return ['| Id | Rule | Does | Policy |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Each rule with what it asks, why, and how to keep it. */
export function billingRuleTexts(): string {
  return rules()
    .map(({ id, title, description }) => `### ${id}: ${title}\n\n${description}`)
    .join('\n\n');
}

function rules() {
  return builtinPolicies()
    .flatMap(({ id: policy, rules: own = [] }) => own.map((rule) => ({ ...rule, policy })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** As GitHub makes it from a heading. */
function anchorOf(id: string, title: string): string {
  return `${id}: ${title}`
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
