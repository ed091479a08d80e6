import { rangeOf } from '../../model/source.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { inFolder } from '../terraform/module/source/folders.ts';
import type { Reading } from './reading.ts';
import { repositoryPath } from './virtual-path.ts';

/** What a unit passes to the program besides its inputs. */
export interface ExtraArguments {
  /** In the order of loading, relative to the repository root. */
  readonly varFiles: readonly string[];
  /** Values as in `TF_VAR_*`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Values as in `-var`, which win over all others. */
  readonly variables: Readonly<Record<string, string>>;
}

interface Collected {
  readonly varFiles: string[];
  readonly environment: Record<string, string>;
  readonly variables: Record<string, string>;
}

/**
 * The variable files and values of the `extra_arguments` that `plan` or `apply` is given. Within a block the arguments come
 * before the files, required before optional ones (Terragrunt documentation, "extra_arguments"). `root` is the folder of the
 * root module: paths start in the copy that Terragrunt makes of it and of the unit.
 */
export function extraArguments(
  reading: Reading,
  config: ObjectValue,
  root: string | undefined,
): ExtraArguments {
  const into: Collected = { varFiles: [], environment: {}, variables: {} };
  for (const block of extraBlocks(config)) {
    if (!isPlanned(block.entries.get('commands'))) continue;
    addArguments(reading, texts(reading, block.entries.get('arguments')), root, into);
    for (const path of texts(reading, block.entries.get('required_var_files')))
      addFile(reading, path, root, true, into);
    for (const path of texts(reading, block.entries.get('optional_var_files')))
      addFile(reading, path, root, false, into);
    addEnvironment(block.entries.get('env_vars'), into);
  }
  return into;
}

function extraBlocks({ entries }: ObjectValue): readonly ObjectValue[] {
  const terraform = entries.get('terraform');
  const blocks = terraform && 'entries' in terraform ? terraform.entries.get('extra_arguments') : undefined;
  if (blocks === undefined || !('entries' in blocks)) return [];
  return [...blocks.entries.values()].filter((block) => 'entries' in block);
}

function isPlanned(commands: Value | undefined): boolean {
  if (commands === undefined || !('items' in commands)) return false;
  return commands.items.some(
    ({ kind, ...item }) => kind === 'string' && 'value' in item && COMMANDS.has(String(item.value)),
  );
}

const COMMANDS = new Set(['plan', 'apply']);

/** `-var-file=x`, `-var=k=v`, and both with the value as the next argument. */
function addArguments(
  reading: Reading,
  given: readonly string[],
  root: string | undefined,
  into: Collected,
): void {
  for (let at = 0; at < given.length; at++) {
    const [, name, joined] = /^--?(var-file|var)(?:=(.*))?$/s.exec(given[at] ?? '') ?? [];
    if (name === undefined) continue;
    const value = joined ?? given[++at] ?? '';
    if (name === 'var-file') addFile(reading, value, root, true, into);
    else {
      const equals = value.indexOf('=');
      if (equals > 0) into.variables[value.slice(0, equals).trim()] = value.slice(equals + 1).trimStart();
    }
  }
}

function addFile(
  reading: Reading,
  written: string,
  root: string | undefined,
  isRequired: boolean,
  into: Collected,
): void {
  const own = repositoryPath(reading.unit, written);
  const folders = root === undefined || written.startsWith('/') ? [] : [root];
  const found = [own, ...folders.map((folder) => repositoryPath(folder, written))].find(
    (path) => path !== undefined && reading.has(path),
  );
  if (found !== undefined) {
    reading.note(found);
    into.varFiles.push(found);
  } else if (isRequired) into.varFiles.push(own ?? inFolder(reading.unit, written));
}

function addEnvironment(given: Value | undefined, into: Collected): void {
  if (given === undefined || !('entries' in given)) return;
  for (const [name, value] of given.entries) {
    if (name.startsWith('TF_VAR_') && value.kind === 'string' && value.sensitive !== true) {
      into.environment[name.slice('TF_VAR_'.length)] = value.value;
    }
  }
}

/** The known texts of a list; a warning says when there are others. */
function texts(reading: Reading, value: Value | undefined): readonly string[] {
  if (value === undefined || value.kind === 'null') return [];
  const items = 'items' in value ? value.items : [value];
  const known = items.flatMap((item) =>
    item.kind === 'string' && item.sensitive !== true ? [item.value] : [],
  );
  const at = value.origin.at(-1);
  if ((known.length < items.length || ('rest' in value && value.rest !== undefined)) && at !== undefined) {
    const message = 'Not all of these arguments can be told: variable files may be missing.';
    reading.report({ severity: 'warning', code: 'terragrunt', message, source: rangeOf(at) });
    reading.isPartial = true;
  }
  return known;
}
