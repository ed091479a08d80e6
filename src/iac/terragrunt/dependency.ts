import type { ObjectValue, Unknownness, Value } from '../../model/value.ts';
import { assume } from '../terraform/evaluate/assumed.ts';
import { object, unknown } from '../terraform/evaluate/make.ts';
import { folderOf } from '../terraform/module/source/folders.ts';
import type { LabelledBody } from './bodies.ts';
import type { ConfigFile } from './config-file.ts';
import { isFalse, isTrue } from './flag.ts';
import { isUnitFile, MOCKS } from './names.ts';
import { repositoryPath } from './virtual-path.ts';

/** Arguments with which mocks stand in for single outputs that the state lacks, too. */
const MERGES = ['mock_outputs_merge_strategy_with_state', 'mock_outputs_merge_with_state'];

/**
 * A dependency with its `outputs`: those of the unit where they can be told, else the mocks, marked as assumed, else
 * unknown. Mocks count where `plan` or `apply` may use them (Terragrunt documentation, "dependency").
 */
export function dependencyValue(config: ConfigFile, block: LabelledBody): Value {
  const written = config.body(block.body);
  const outputs = outputsOf(config, block, written);
  return { ...written, entries: new Map([...written.entries, ['outputs', outputs]]) };
}

function outputsOf(config: ConfigFile, { label, body }: LabelledBody, { entries }: ObjectValue): Value {
  const origin = [{ source: config.file.source, start: body.start, end: body.end }];
  const why: Unknownness = { reason: 'unresolved-remote-state', detail: `dependency.${label}.outputs` };
  const mocks = mocksOf(label, entries);
  const isSkipped = isTrue(entries.get('skip_outputs')) || isFalse(entries.get('enabled'));
  const found =
    isSkipped || config.isOverridden('dependency', label, 'config_path')
      ? undefined
      : evaluated(config, entries.get('config_path'));
  if (found === undefined) {
    return mocks === undefined
      ? unknown(why.reason, { ...why, origin })
      : { ...mocks, ...(isSkipped ? {} : { rest: mocks.rest ?? why }) };
  }
  const outputs = new Map([...found].map(([name, value]) => [name, orMock(value, mocks?.entries.get(name))]));
  const merges = MERGES.some((name) => isMerging(entries.get(name)));
  if (merges)
    for (const [name, mock] of mocks?.entries ?? []) if (!outputs.has(name)) outputs.set(name, mock);
  return object(outputs);
}

/** The outputs of the unit that a path leads to. The path is seen from the folder of the configuration. */
function evaluated(config: ConfigFile, path: Value | undefined): ReadonlyMap<string, Value> | undefined {
  if (path?.kind !== 'string') return undefined;
  const found = repositoryPath(folderOf(config.part.config), path.value);
  if (found === undefined) return undefined;
  const folder = isUnitFile(found) ? folderOf(found) : found;
  config.reading.dependencies.add(folder);
  return config.reading.outputs(folder);
}

/** A mock stands for what is only known after apply; what is unknown for another reason is known to Terragrunt. */
function orMock(value: Value, mock: Value | undefined): Value {
  const isComputed = value.kind === 'unknown' && value.reason === 'computed-attribute' && !value.candidates;
  return isComputed && mock !== undefined ? mock : value;
}

function mocksOf(label: string, entries: ReadonlyMap<string, Value>): ObjectValue | undefined {
  const mocks = entries.get('mock_outputs');
  if (mocks === undefined || !('entries' in mocks)) return undefined;
  const commands = entries.get('mock_outputs_allowed_terraform_commands');
  const allowed = commands !== undefined && 'items' in commands ? commands.items : undefined;
  const isAllowed = (value: Value): boolean =>
    value.kind === 'unknown' || (value.kind === 'string' && ['plan', 'apply'].includes(value.value));
  if (allowed?.some(isAllowed) === false) return undefined;
  const assumed = assume(mocks, `${MOCKS} ${label}`);
  return 'entries' in assumed ? assumed : undefined;
}

function isMerging(value: Value | undefined): boolean {
  return isTrue(value) || (value?.kind === 'string' && value.value !== 'no_merge');
}
