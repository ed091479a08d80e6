import type { SourceText } from '../../model/source.ts';
import type { Unknownness, Value } from '../../model/value.ts';
import { getAttribute } from '../terraform/evaluate/access.ts';
import { object } from '../terraform/evaluate/make.ts';
import type { ObjectValue } from '../../model/value.ts';
import type { GivenValue } from '../terraform/module/instance/root-values.ts';
import type { Project } from '../terraform/module/project/project.ts';
import type { Given, RootFiles } from '../terraform/module/project/wrapper.ts';
import { isConfigFile } from '../terraform/module/source/config-files.ts';
import { folderOf } from '../terraform/module/source/folders.ts';
import { ConfigFile } from './config-file.ts';
import { isExcluded } from './exclude.ts';
import { areAlike, COMMAND, withArguments } from './commands.ts';
import { extraArguments } from './extra-arguments.ts';
import type { ExtraArguments } from './extra-arguments.ts';
import { mergedConfig } from './merge.ts';
import { Reading } from './reading.ts';
import type { Outputs } from './reading.ts';
import {
  automaticFiles,
  namesIn,
  rootElsewhere,
  rootFiles,
  rootFolder,
  unresolvedRoot,
} from './root-module.ts';
import type { Side } from './side.ts';
import { unitSource } from './source.ts';
import type { UnitSource } from './source.ts';

/** A folder with Terragrunt configuration that is applied by itself. */
export interface Unit {
  readonly folder: string;
  readonly project: Project;
  /** The folder of its root module, when that is in the repository. */
  readonly root?: string;
  readonly isExcluded: boolean;
  /** Has a source, so that it is a unit even when others include it. */
  readonly hasSource: boolean;
  /** Folders of the units whose outputs it asks for. */
  readonly dependencies: ReadonlySet<string>;
  /** Configurations that it includes. */
  readonly includes: readonly string[];
  /** Folders that can be its root module, when that cannot be told. */
  readonly candidates: readonly string[];
  /** Files that its own configuration reads. */
  readonly paths: ReadonlySet<string>;
  /** There are too many of them: every file of the tree may decide about it. */
  readonly readsAll: boolean;
}

/** What a stack says of a unit that it generates. */
export interface StackValues {
  readonly values: ObjectValue;
  /** Files that decide about the values. */
  readonly paths: readonly string[];
}

/** A unit's configuration, read. */
export interface Read {
  readonly reading: Reading;
  readonly merged: ObjectValue;
  readonly source: UnitSource | undefined;
  readonly includes: readonly string[];
  /** The unit's own file. */
  readonly file: SourceText;
}

/**
 * The unit that a configuration makes of its folder; undefined when there is nothing to apply: neither a source nor
 * Terraform configuration beside it. Dependencies are evaluated only when the project asks for what it is given.
 */
export function readUnit(side: Side, path: string, stack?: StackValues): Unit | undefined {
  const folder = folderOf(path);
  const first = read(side, path, () => undefined, stack);
  const { reading, source } = first;
  const hasOwn = namesIn(side.loader, folder).some(isConfigFile);
  if (source === undefined && !hasOwn && !reading.isPartial) return undefined;
  const root = rootFolder(side.loader, source, folder);
  const files = rootFiles(side.loader, first, root);
  const unresolved = unresolvedRoot(side.loader, first, root, files);
  const elsewhere = source === undefined ? undefined : rootElsewhere(side.loader, source);
  const given = extraArguments(reading, first.merged, root, 'apply');
  for (const path of extraArguments(reading, first.merged, root, 'plan').varFiles) reading.note(path);
  let known: Given | undefined;
  const project: Project = {
    id: folder === '' ? '.' : folder,
    path: root ?? folder,
    kind: isExample(folder) ? 'example' : 'root',
    varFiles: given.varFiles,
    variables: given.environment,
    wrapper: {
      reads: () => side.reads(unit),
      files,
      give: () => (known ??= give(side, path, { ...first, files }, stack)),
      ...(unresolved === undefined ? {} : { unresolved }),
      ...(elsewhere === undefined ? {} : { elsewhere }),
    },
  };
  const unit: Unit = {
    folder,
    project,
    ...(root === undefined ? {} : { root }),
    isExcluded: isExcluded(first.merged),
    hasSource: source !== undefined,
    dependencies: reading.dependencies,
    includes: first.includes,
    candidates: source?.kind === 'unreadable' ? source.candidates : [],
    paths: reading.paths,
    readsAll: reading.readsAll,
  };
  return unit;
}

function read(side: Side, path: string, outputs: Outputs, stack: StackValues | undefined): Read {
  const reading = new Reading(side, path, outputs, stack?.values);
  for (const one of stack?.paths ?? []) reading.note(one);
  const config = new ConfigFile(reading, { path, config: path, isIncluded: false });
  const found = reading.within(path, () => mergedConfig(config));
  if (config.file.body.partial === true) reading.isPartial = true;
  const merged = 'value' in found ? found.value : object({});
  return {
    reading,
    merged,
    source: unitSource(reading, merged),
    includes: config.includes.map((one) => one.path),
    file: config.file.source,
  };
}

/** What the unit gives to its root module, with the outputs of the units that it depends on. */
function give(
  side: Side,
  path: string,
  first: Read & { readonly files: RootFiles },
  stack: StackValues | undefined,
): Given {
  const { dependencies } = first.reading;
  // Before any expression asks for them: what another project takes does not count for the expression.
  for (const folder of dependencies) side.outputs(folder);
  const last = dependencies.size === 0 ? first : read(side, path, (folder) => side.outputs(folder), stack);
  const { reading, merged } = last;
  const root = rootFolder(side.loader, last.source, reading.unit);
  const files = last === first ? first.files : rootFiles(side.loader, last, root);
  const inputs = merged.entries.get('inputs');
  const apply = extraArguments(reading, merged, root, 'apply');
  const plan = extraArguments(reading, merged, root, 'plan');
  const written = givenInputs(inputs, last);
  const variables = (args: ExtraArguments): Pick<Given, 'inputs' | 'arguments'> => ({
    inputs: new Map([...written, ...args.hidden, ...reading.standIns]),
    arguments: args.variables,
  });
  const doubt = apply.doubt ?? plan.doubt ?? reading.doubt;
  const rest = doubt ?? restOf(inputs, reading);
  return {
    files,
    ...variables(apply),
    automatic: automaticFiles(side.loader, root, files),
    ...(areAlike(plan, apply)
      ? {}
      : {
          otherwise: {
            project: (one) => withArguments(one, apply, plan),
            given: variables(plan),
            why: COMMAND,
          },
        }),
    diagnostics: reading.diagnostics,
    isPartial: reading.isPartial,
    ...(doubt === undefined ? {} : { doubt }),
    ...(rest === undefined ? {} : { rest }),
    ...(reading.unread === undefined ? {} : { unread: reading.unread }),
  };
}

function givenInputs(inputs: Value | undefined, { reading, file }: Read): ReadonlyMap<string, GivenValue> {
  const given = new Map<string, GivenValue>();
  if (inputs === undefined || !('entries' in inputs)) return given;
  const start = { source: file, start: 0, end: 0 };
  for (const name of inputs.entries.keys()) {
    const value = getAttribute(inputs, name);
    const at = value.origin.findLast(({ source }) => reading.has(source.path));
    given.set(name, { value, at: at ?? start });
  }
  return given;
}

/** Why variables that are not given a value may be given one all the same. */
function restOf(inputs: Value | undefined, reading: Reading): Unknownness | undefined {
  if (inputs?.kind === 'unknown') return inputs;
  if (inputs !== undefined && 'entries' in inputs && inputs.rest !== undefined) return inputs.rest;
  return reading.isPartial
    ? { reason: 'error-in-expression', detail: `the configuration of ${reading.unit || '.'}` }
    : undefined;
}

function isExample(folder: string): boolean {
  return /(^|\/)(examples?|tests?|testdata|fixtures)(\/|$)/.test(folder);
}
