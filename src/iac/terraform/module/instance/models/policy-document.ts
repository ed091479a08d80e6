import type { Value } from '../../../../../model/value.ts';
import { text } from '../../../evaluate/make.ts';
import { markIf } from '../../../evaluate/marks.ts';
import { joinOrigins } from '../../../evaluate/origin.ts';
import { traits } from '../../../evaluate/traits.ts';
import type { ResourceInstance } from '../resource-instance.ts';
import { statement } from './policy-statement.ts';

/** Arguments that merge other documents: what they hold is not put together here. */
const MERGED = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'];

/**
 * The `json` (and `minified_json`) of `aws_iam_policy_document` as the provider prints it: fixed order of fields, single
 * elements as text, lists in reverse order. Undefined when something in it is not known or it merges other documents.
 * Source: AWS provider, `internal/service/iam`, data source and policy model.
 */
export function policyDocument(instance: ResourceInstance, name: string): Value | undefined {
  if (name !== 'json' && name !== 'minified_json') return undefined;
  if (MERGED.some((argument) => isGiven(instance.argument(argument)))) return undefined;
  const given = instance.arguments();
  const facts = traits(given);
  if (facts.unknown !== undefined) return undefined;
  const written = given.entries.get('statement');
  const blocks = written !== undefined && 'items' in written ? written.items : [];
  const statements = blocks.map(statement);
  if (statements.includes(undefined)) return undefined;
  const document = {
    Version: textOf(given.entries.get('version')) ?? '2012-10-17',
    Id: textOf(given.entries.get('policy_id')),
    Statement: statements.length === 0 ? undefined : statements,
  };
  const printed = JSON.stringify(document, undefined, name === 'json' ? 2 : 0);
  return markIf(text(escapeHtml(printed), joinOrigins([given])), facts.sensitive);
}

function isGiven(value: Value | undefined): boolean {
  if (value === undefined || value.kind === 'null') return false;
  return !('items' in value) || value.items.length > 0 || value.rest !== undefined;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'string' && value.value !== '' ? value.value : undefined;
}

/** As Go prints JSON. */
function escapeHtml(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
