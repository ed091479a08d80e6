import type { Unknownness, Value } from '../../model/value.ts';
import { getAttribute } from '../terraform/evaluate/access.ts';
import { object } from '../terraform/evaluate/make.ts';
import type { ObjectValue } from '../../model/value.ts';
import type { GivenValue } from '../terraform/module/instance/root-values.ts';
import type { Project } from '../terraform/module/project/project.ts';
import { automaticVarFiles } from '../terraform/module/project/var-files.ts';
import type { Given, RootFiles, UnresolvedRoot } from '../terraform/module/project/wrapper.ts';
import { isConfigFile } from '../terraform/module/source/config-files.ts';
import { folderOf, folders, inFolder } from '../terraform/module/source/folders.ts';
import type { SyntaxFile } from '../terraform/syntax/ast.ts';
import { ConfigFile } from './config-file.ts';
import { isExcluded } from './exclude.ts';
import { extraArguments } from './extra-arguments.ts';
import { generatedFiles } from './generated-files.ts';
import { mergedConfig } from './merge.ts';
import { Reading } from './reading.ts';
import type { Outputs } from './reading.ts';
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
}

/** What a stack says of a unit that it generates. */
export interface StackValues {
  readonly values: ObjectValue;
  /** Files that decide about the values. */
  readonly paths: readonly string[];
}

interface Read {
  readonly reading: Reading;
  readonly merged: ObjectValue;
  readonly source: UnitSource | undefined;
  readonly includes: readonly string[];
}

/**
 * The unit that a configuration makes of its folder; undefined when there is nothing to apply: neither a source nor
 * Terraform configuration beside it. Dependencies are evaluated only when the project asks for what it is given.
 */
export function readUnit(side: Side, path: string, stack?: StackValues): Unit | undefined {
  const folder = folderOf(path);
  const first = read(side, path, () => undefined, stack);
  const { reading, source } = first;
  const hasOwn = namesIn(side, folder).some(isConfigFile);
  if (source === undefined && !hasOwn && !reading.isPartial) return undefined;
  const root = rootOf(source, folder);
  const files = rootFiles(side, first, root);
  const unresolved = unresolvedRoot(side, first, root, files);
  const given = extraArguments(reading, first.merged, root);
  const project: Project = {
    id: folder === '' ? '.' : folder,
    path: root ?? folder,
    kind: isExample(folder) ? 'example' : 'root',
    varFiles: [...(root === folder ? [] : automaticVarFiles(side.loader.tree, folder)), ...given.varFiles],
    variables: given.environment,
    wrapper: {
      reads: () => side.reads(unit),
      files,
      give: () => give(side, path, first, stack),
      ...(unresolved === undefined ? {} : { unresolved }),
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
  };
  return unit;
}

function read(side: Side, path: string, outputs: Outputs, stack: StackValues | undefined): Read {
  const reading = new Reading(side, folderOf(path), outputs, stack?.values);
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
  };
}

/** What the unit gives to its root module, with the outputs of the units that it depends on. */
function give(side: Side, path: string, first: Read, stack: StackValues | undefined): Given {
  const { dependencies } = first.reading;
  // Before any expression asks for them: what another project takes does not count for the expression.
  for (const folder of dependencies) side.outputs(folder);
  const last = dependencies.size === 0 ? first : read(side, path, (folder) => side.outputs(folder), stack);
  const { reading, merged } = last;
  const root = rootOf(last.source, reading.unit);
  const files = rootFiles(side, last, root);
  const { variables } = extraArguments(reading, merged, root);
  const inputs = merged.entries.get('inputs');
  const rest = restOf(inputs, reading);
  return {
    files,
    inputs: new Map([...givenInputs(inputs, reading), ...reading.standIns]),
    arguments: variables,
    diagnostics: reading.diagnostics,
    hasOtherFiles: reading.hasOtherFiles,
    isPartial: reading.isPartial,
    ...(rest === undefined ? {} : { rest }),
  };
}

function givenInputs(inputs: Value | undefined, reading: Reading): ReadonlyMap<string, GivenValue> {
  const given = new Map<string, GivenValue>();
  if (inputs === undefined || !('entries' in inputs)) return given;
  for (const name of inputs.entries.keys()) {
    const value = getAttribute(inputs, name);
    const at = value.origin.findLast(({ source }) => reading.has(source.path)) ?? inputs.origin.at(-1);
    if (at !== undefined) given.set(name, { value, at });
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

function rootOf(source: UnitSource | undefined, folder: string): string | undefined {
  if (source === undefined) return folder;
  return source.kind === 'local' ? source.folder : undefined;
}

/** Terragrunt puts the files of the unit's folder and what it generates over those of the root module. */
function rootFiles(side: Side, { reading, merged }: Read, root: string | undefined): RootFiles {
  const own = namesIn(side, reading.unit);
  const there = new Set([...own, ...(root === undefined ? [] : namesIn(side, root))]);
  const copied = root === reading.unit ? [] : own.filter(isConfigFile);
  return new Map<string, SyntaxFile>([
    ...copied.map((name) => [name, side.loader.parse(inFolder(reading.unit, name))] as const),
    ...generatedFiles(reading, merged, (name) => there.has(name)),
  ]);
}

function unresolvedRoot(
  side: Side,
  { reading, source }: Read,
  root: string | undefined,
  files: RootFiles,
): UnresolvedRoot | undefined {
  if (source?.kind === 'remote') {
    const { address, source: place } = source;
    return { sourceAddress: address, reason: 'The module is not in this repository.', source: place };
  }
  if (source?.kind === 'unreadable') return { ...source, sourceAddress: source.address };
  if (root === undefined || files.size > 0 || namesIn(side, root).some(isConfigFile)) return undefined;
  const start = { line: 1, column: 1 };
  const place = { file: configPath(reading), start, end: start };
  const reason = side.loader.isExcluded(root)
    ? `The folder ${JSON.stringify(root || '.')} is not read: "exclude" of the configuration matches it.`
    : `There is no configuration in ${JSON.stringify(root || '.')}.`;
  if (reading.isPartial) return { sourceAddress: root, reason, source: place };
  reading.report({
    severity: 'error',
    code: 'terragrunt',
    message: `${reason} The unit ${reading.unit || '.'} is missing from the result.`,
    source: place,
  });
  return { sourceAddress: root, reason, source: place };
}

function configPath({ paths }: Reading): string {
  return [...paths][0] ?? '';
}

function namesIn({ loader }: Side, folder: string): readonly string[] {
  return folders(loader.tree).get(folder) ?? [];
}

function isExample(folder: string): boolean {
  return /(^|\/)(examples?|tests?|testdata|fixtures)(\/|$)/.test(folder);
}
