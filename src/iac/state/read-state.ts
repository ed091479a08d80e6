import { member, textMember } from '../../lib/json.ts';
import type { Json } from '../../lib/json.ts';
import { utf8Chunks } from '../../lib/json-stream/encoding.ts';
import { JsonScanner, JsonScanError } from '../../lib/json-stream/scanner.ts';
import type { Taking } from '../../lib/json-stream/scanner.ts';
import { parseRecorded } from '../recorded/parse.ts';
import { keptOf, keyText, objectsIn, providerOf, sensitiveShape } from './kept.ts';
import { notAState, otherFormat, stateNotJson, stateRefusal } from './refusal.ts';
import type { KeptAttributes, State, StateObject } from './state.ts';
import { append } from '../../lib/append.ts';

/** Most objects of a state. */
const MAX_OBJECTS = 250_000;

/** Modules within modules; deeper ones are refused. */
const MAX_MODULES = 32;

/** Format versions whose objects are alike (Terraform, "JSON Output Format"): what a minor version adds is safe to pass over. */
const KNOWN_FORMAT = /^(?:0\.[1-9]|1\.\d)/;

const PARTS: ReadonlyMap<string, Taking> = new Map([
  ['version', 'whole'],
  ['format_version', 'whole'],
  ['resources', 'items'],
  ['values', 'whole'],
]);

/**
 * Reads a state: a state file of version 4, or what `terraform show -json` prints of one. Of each object only the attributes
 * that `keep` names are taken; all else, and the outputs, are dropped as they are read. Objects that a broken replacement left
 * behind are left out. Throws UserError, with a way out, for what is no such state.
 */
export function readState(
  input: Uint8Array | Iterable<Uint8Array>,
  file: string,
  keep: KeptAttributes,
): State {
  const keys = new Set<string>();
  const whole = new Map<string, Json>();
  const objects: StateObject[] = [];
  const scanner = new JsonScanner({
    take(key) {
      if (keys.has(key) && PARTS.has(key))
        throw stateRefusal(file, `has the key ${JSON.stringify(key)} twice.`);
      if (keys.size < 1000) keys.add(key);
      return PARTS.get(key) ?? 'skip';
    },
    found(key, bytes) {
      const value = parse(bytes, file);
      if (key === 'values') addModule(member(value, 'root_module'), 0);
      else if (key === 'resources') add(instancesOf(value, keep));
      else whole.set(key, value);
    },
  });
  const add = (found: readonly StateObject[]): void => {
    append(objects, found);
    if (objects.length > MAX_OBJECTS) throw stateRefusal(file, `has more than ${MAX_OBJECTS} objects.`);
  };
  const addModule = (module: Json | undefined, depth: number): void => {
    if (depth > MAX_MODULES)
      throw stateRefusal(file, `has modules that nest deeper than ${MAX_MODULES} levels.`);
    add(objectsIn(module, 'resources').flatMap((resource) => shownObject(resource, keep)));
    for (const child of objectsIn(module, 'child_modules')) addModule(child, depth + 1);
  };
  try {
    for (const chunk of utf8Chunks(input instanceof Uint8Array ? [input] : input)) scanner.add(chunk);
    scanner.end();
  } catch (error) {
    if (!(error instanceof JsonScanError)) throw error;
    throw stateNotJson(file, error.problem, error.offset);
  }
  const version = whole.get('version');
  const format = whole.get('format_version');
  const isShown = typeof format === 'string' && !keys.has('planned_values');
  if (version !== 4 && !isShown) throw notAState(file, version, keys);
  if (isShown && !KNOWN_FORMAT.test(format)) throw otherFormat(file, format);
  return { file, objects };
}

/** The objects of a block in a state file: `{module, mode, type, name, provider, instances}`. */
function instancesOf(block: Json, keep: KeptAttributes): readonly StateObject[] {
  const [type, name] = [textMember(block, 'type'), textMember(block, 'name')];
  const mode = textMember(block, 'mode') === 'data' ? 'data' : 'managed';
  if (type === undefined || name === undefined) return [];
  const module = textMember(block, 'module');
  const own = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  const address = module === undefined ? own : `${module}.${own}`;
  return objectsIn(block, 'instances')
    .filter((instance) => member(instance, 'deposed') === undefined)
    .map((instance) => ({
      address: address + keyText(member(instance, 'index_key')),
      ...{ mode, type },
      provider: providerOf(textMember(block, 'provider'), type),
      attributes: keptOf(member(instance, 'attributes'), keep(type, mode)),
      sensitive: sensitiveShape(member(instance, 'sensitive_attributes')),
      isTainted: textMember(instance, 'status') === 'tainted',
    }));
}

/** An object as `terraform show -json` prints it. */
function shownObject(resource: Json, keep: KeptAttributes): readonly StateObject[] {
  const [address, type] = [textMember(resource, 'address'), textMember(resource, 'type')];
  if (address === undefined || type === undefined || member(resource, 'deposed_key') !== undefined) return [];
  const mode = textMember(resource, 'mode') === 'data' ? 'data' : 'managed';
  return [
    {
      ...{ address, mode, type },
      provider: providerOf(textMember(resource, 'provider_name'), type),
      attributes: keptOf(member(resource, 'values'), keep(type, mode)),
      sensitive: member(resource, 'sensitive_values') ?? false,
      isTainted: member(resource, 'tainted') === true,
    },
  ];
}

function parse(bytes: Uint8Array, file: string): Json {
  try {
    return parseRecorded(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    throw stateRefusal(file, 'is no valid JSON.');
  }
}
