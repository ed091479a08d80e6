import { isJsonObject, listMember, member, textMember } from '../../lib/json.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { PlannedAction, PlannedChange } from './plan.ts';

const ACTIONS: ReadonlyMap<string, PlannedAction> = new Map([
  ['no-op', 'no-op'],
  ['create', 'create'],
  ['read', 'read'],
  ['update', 'update'],
  ['delete', 'delete'],
  ['forget', 'forget'],
  // `create_before_destroy` turns the order round.
  ['delete,create', 'replace'],
  ['create,delete', 'replace'],
]);

/** Attributes of a type that are kept of an object that does not change; undefined: all. */
export type KeptUnchanged = (type: string) => ReadonlySet<string> | undefined;

/** An entry of `resource_changes`; undefined when it is none. */
export function plannedChange(entry: Json, keep: KeptUnchanged = () => undefined): PlannedChange | undefined {
  const change = member(entry, 'change');
  const [address, type, name] = ['address', 'type', 'name'].map((key) => textMember(entry, key));
  const mode = textMember(entry, 'mode') ?? 'managed';
  if (address === undefined || type === undefined || name === undefined || !isJsonObject(change))
    return undefined;
  if (mode !== 'managed' && mode !== 'data') return undefined;
  const [before, planned] = [member(change, 'before') ?? null, member(change, 'after') ?? null];
  if (!isObjectOrNull(before) || !isObjectOrNull(planned)) return undefined;
  const action = actionOf(change);
  const isSame = action === 'no-op' && planned !== null;
  const isQuiet = isSame && textMember(entry, 'previous_address') === undefined;
  const after = isQuiet ? keptOf(planned, keep(type)) : planned;
  return {
    address,
    ...optional('previousAddress', textMember(entry, 'previous_address')),
    modulePath: textMember(entry, 'module_address') ?? '',
    ...{ mode, type, name },
    ...optional('deposed', textMember(entry, 'deposed')),
    provider: providerName(textMember(entry, 'provider_name') ?? type),
    action,
    ...optional('reason', textMember(entry, 'action_reason')),
    before: isSame ? after : before,
    after,
    afterUnknown: member(change, 'after_unknown') ?? false,
    beforeSensitive: member(change, isSame ? 'after_sensitive' : 'before_sensitive') ?? false,
    afterSensitive: member(change, 'after_sensitive') ?? false,
    replacePaths: listMember(change, 'replace_paths').flatMap((path) => (isPath(path) ? [path] : [])),
    isImported: isJsonObject(member(change, 'importing')),
  };
}

function keptOf(object: JsonObject, names: ReadonlySet<string> | undefined): JsonObject {
  if (names === undefined) return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.has(name)));
}

/** The words that a plan gives for what it does, as one. */
function actionOf(change: JsonObject): PlannedAction {
  const words = listMember(change, 'actions').map((word) => (typeof word === 'string' ? word : '?'));
  return ACTIONS.get(words.join()) ?? 'unknown';
}

/** `aws` of `registry.terraform.io/hashicorp/aws`; of a type, its first word. */
function providerName(written: string): string {
  const last = written.slice(written.lastIndexOf('/') + 1);
  return last === written ? (written.split('_')[0] ?? written) : last;
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: string });
}

function isObjectOrNull(value: Json): value is JsonObject | null {
  return value === null || isJsonObject(value);
}

function isPath(path: Json): path is readonly (string | number)[] {
  return Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number');
}
