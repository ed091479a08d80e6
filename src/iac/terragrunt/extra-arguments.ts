import { rangeOf } from '../../model/source.ts';
import type { SourceSpan } from '../../model/source.ts';
import type { ObjectValue, Unknownness, Value } from '../../model/value.ts';
import { unknownness } from '../terraform/evaluate/make.ts';
import { traits } from '../terraform/evaluate/traits.ts';
import type { GivenValue } from '../terraform/module/instance/root-values.ts';
import { inFolder } from '../terraform/module/source/folders.ts';
import { addEnvironment } from './extra-environment.ts';
import type { Reading } from './reading.ts';
import { repositoryPath } from './virtual-path.ts';

/** What a unit passes to the program besides its inputs. */
export interface ExtraArguments {
  /** In the order of loading, relative to the repository root. */
  readonly varFiles: readonly string[];
  /** Values as in `TF_VAR_*`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same, of those that are not known or must not be shown. */
  readonly hidden: ReadonlyMap<string, GivenValue>;
  /** Values as in `-var`, which win over all others. */
  readonly variables: Readonly<Record<string, string>>;
  /** Why any variable may be given another value. */
  readonly doubt: Unknownness | undefined;
}

/** The same while it is gathered. */
export interface Collected extends ExtraArguments {
  readonly varFiles: string[];
  readonly environment: Record<string, string>;
  readonly hidden: Map<string, GivenValue>;
  readonly variables: Record<string, string>;
  doubt: Unknownness | undefined;
}

/**
 * The variable files and values of the `extra_arguments` that a command is given. Within a block the arguments come before
 * the files, required before optional ones (Terragrunt documentation, "extra_arguments"). `root` is the folder of the root
 * module: paths start in the copy that Terragrunt makes of it and of the unit. A block of which nobody knows whether it holds
 * counts for `apply` alone, so that the two commands are different.
 */
export function extraArguments(
  reading: Reading,
  config: ObjectValue,
  root: string | undefined,
  command: 'plan' | 'apply',
): ExtraArguments {
  const into: Collected = {
    varFiles: [],
    environment: {},
    hidden: new Map(),
    variables: {},
    doubt: undefined,
  };
  const blocks = extraBlocks(config);
  for (const block of blocks) {
    const held = isGiven(block.entries.get('commands'), command);
    if (held === 'unknown') {
      const message = 'It cannot be told which commands these arguments are for: they may be given or not.';
      warn(reading, message, block.origin.at(-1));
      // Two answers stand for one block; of several nobody knows which of them hold together.
      if (blocks.length > 1) into.doubt ??= { reason: 'no-variable-value', detail: 'extra_arguments' };
    }
    if (held === 'unknown' ? command === 'apply' : held) addBlock(reading, block, root, into);
  }
  return into;
}

function addBlock(
  reading: Reading,
  { entries, origin }: ObjectValue,
  root: string | undefined,
  into: Collected,
): void {
  addArguments(reading, texts(reading, entries.get('arguments'), into), root, into);
  for (const path of texts(reading, entries.get('required_var_files'), into))
    addFile(reading, path, root, true, into);
  for (const path of texts(reading, entries.get('optional_var_files'), into))
    addFile(reading, path, root, false, into);
  const open = addEnvironment(entries.get('env_vars'), origin, into);
  if (open !== undefined) warn(reading, open, entries.get('env_vars')?.origin.at(-1));
}

function warn(reading: Reading, message: string, at: SourceSpan | undefined): void {
  reading.report({
    severity: 'warning',
    code: 'not-evaluated',
    message,
    ...(at === undefined ? {} : { source: rangeOf(at) }),
    hint: 'What the variables of the unit are given is unknown.',
  });
}

function extraBlocks({ entries }: ObjectValue): readonly ObjectValue[] {
  const terraform = entries.get('terraform');
  const blocks = terraform && 'entries' in terraform ? terraform.entries.get('extra_arguments') : undefined;
  if (blocks === undefined || !('entries' in blocks)) return [];
  return [...blocks.entries.values()].filter((block) => 'entries' in block);
}

function isGiven(commands: Value | undefined, command: string): boolean | 'unknown' {
  if (commands === undefined || commands.kind === 'null') return false;
  if (!('items' in commands)) return commands.kind === 'unknown' ? 'unknown' : false;
  if (commands.items.some((item) => item.kind === 'string' && item.value === command)) return true;
  const isOpen = commands.rest !== undefined || commands.items.some(({ kind }) => kind === 'unknown');
  return isOpen ? 'unknown' : false;
}

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

/** The known texts of a list; a warning says when there are others. */
function texts(reading: Reading, value: Value | undefined, into: Collected): readonly string[] {
  if (value === undefined || value.kind === 'null') return [];
  const items = 'items' in value ? value.items : [value];
  const known = items.flatMap((item) =>
    item.kind === 'string' && item.sensitive !== true ? [item.value] : [],
  );
  const at = value.origin.at(-1);
  if (known.length < items.length || ('rest' in value && value.rest !== undefined)) {
    const message = 'Not all of these arguments can be told: variable files may be missing.';
    reading.report({
      ...{ severity: 'warning', code: 'terragrunt', message },
      ...(at === undefined ? {} : { source: rangeOf(at) }),
    });
    reading.isPartial = true;
    into.doubt ??= unknownness(traits(value).unknown ?? WITHHELD);
  }
  return known;
}

const WITHHELD: Unknownness = { reason: 'sensitive-input-withheld', detail: 'extra_arguments' };
