import { AZURE_FIELDS } from '../../src/pricing/sync/azure/azure-lists.ts';
import { GOOGLE_FIELDS } from '../../src/pricing/sync/google/sku.ts';
import type { ServiceRules } from '../../src/pricing/sync/rules/list-rule.ts';
import type { MachinePart, Machines, PartNames } from '../../src/pricing/sync/rules/machines.ts';
import { RuleSet } from '../../src/pricing/sync/rules/rule-set.ts';
import { normalUnit } from '../../src/pricing/unit.ts';

/** Fields that rows have, where they do not differ by offer. */
const fields: Readonly<Record<string, readonly string[]>> = { azure: AZURE_FIELDS, google: GOOGLE_FIELDS };

/** What a schema cannot say of rules: fields that no row has, values that no key uses, braces that no name closes. */
export function listProblems(rules: ServiceRules): string[] {
  const { provider, service, rows } = rules;
  return rows.flatMap((rule) => {
    const read = new RuleSet([{ ...rules, rows: [rule] }]).fields;
    const unknown = [...read].filter((field) => fields[provider]?.includes(field) === false);
    const place = `lists/${provider}/${service}.yaml, key ${rule.key}`;
    const used = new Set([...rule.key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    const unused = Object.keys(rule.let ?? {}).filter((name) => !used.has(name));
    return [
      ...unknown.map((field) => `${place}: rows of ${provider} have no ${field}`),
      ...unused.map((name) => `${place}: no part of the key is ${name}`),
      ...(/[{}]/.test(rule.key.replaceAll(/\{\w+\}/g, '')) ? [`${place}: a brace is not closed`] : []),
      ...[rule.listed ?? []]
        .flat()
        .filter((word) => normalUnit(word)?.unit === rule.unit)
        .map((word) => `${place}: "${word}" is in the table of units, "listed" says nothing new`),
    ];
  });
}

/** Types whose family does not exist or lacks the SKU of a part. */
export function machineProblems({ families, types }: Machines): string[] {
  return Object.entries(types).flatMap(([type, { family, ...quantities }]) => {
    const place = `lists/google/machine-families.yaml, ${type}`;
    const found = Object.hasOwn(families, family) ? families[family] : undefined;
    if (found === undefined) return [`${place}: there is no family ${family}`];
    const parts = Object.keys(quantities) as MachinePart[];
    return Object.entries(found).flatMap(([option, names]: [string, PartNames]) =>
      parts
        .filter((part) => names[part] === undefined)
        .map((part) => `${place}: ${family}.${option} has no ${part}`),
    );
  });
}
