import { publishedSchema } from '../../src/config/schemas.ts';
import { billingRuleSources, billingRuleTable, billingRuleTexts } from './billing-rules.ts';
import { coverageSummary, coverageTable } from './coverage.ts';
import { fieldRows } from './fields.ts';
import { fieldTable } from './table.ts';
import { usageKeyTable } from './usage-keys.ts';

/** The parts of the documents that are made from data, by the name in their marker. */
export const SECTIONS: Readonly<Record<string, () => string>> = {
  'configuration-fields': configurationFields,
  'billing-fields': billingFields,
  'billing-rule-table': billingRuleTable,
  'billing-rule-texts': billingRuleTexts,
  'billing-rule-sources': billingRuleSources,
  'usage-keys': usageKeyTable,
  'coverage-summary': coverageSummary,
  'coverage-aws': () => coverageTable('aws'),
  'coverage-azure': () => coverageTable('azure'),
  'coverage-google': () => coverageTable('google'),
};

/** Every key of `tollgate.yml`, a table for each section of the file. */
function configurationFields(): string {
  const root = publishedSchema('config');
  const rows = fieldRows(root, root, () => false);
  return Object.keys(root.properties ?? {})
    .map((name) => {
      const own = rows.filter(
        ({ path }) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`),
      );
      return `### \`${name}\`\n\n${fieldTable(own)}`;
    })
    .join('\n\n');
}

/** Every kind of billing file and every part of it, each with its table. */
function billingFields(): string {
  const root = publishedSchema('billing-profile');
  const definitions = Object.entries(root.$defs ?? {});
  const hasTable = (name: string) =>
    definitions.some(([key, { properties }]) => key === name && properties !== undefined);
  const kinds = (root.oneOf ?? []).map(({ $ref = '' }) => $ref.slice('#/$defs/'.length));
  const parts = definitions.filter(([name]) => hasTable(name) && !kinds.includes(name));
  const ordered = [...definitions.filter(([name]) => kinds.includes(name)), ...parts];
  return ordered
    .map(([name, schema]) => {
      const description = schema.description === undefined ? '' : `${schema.description}\n\n`;
      return `### ${name}\n\n${description}${fieldTable(fieldRows(schema, root, hasTable))}`;
    })
    .join('\n\n');
}
