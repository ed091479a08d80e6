import type { Value } from '../../model/value.ts';
import { unknown } from '../terraform/evaluate/make.ts';
import { folderOf } from '../terraform/module/source/folders.ts';
import { describeUnknown } from '../../model/unknown-text.ts';
import { argument, topBlocks } from './bodies.ts';
import type { LabelledBody } from './bodies.ts';
import type { ConfigFile } from './config-file.ts';
import { repositoryPath } from './virtual-path.ts';

/** A configuration that another one includes. */
export interface Include {
  /** `""` for an include without a name. */
  readonly name: string;
  readonly path: string;
  readonly strategy: 'shallow' | 'deep' | 'no_merge';
  readonly isExposed: boolean;
  /** The included file, read in the place of the one that includes it. */
  readonly file: ConfigFile;
}

const STRATEGIES = new Map<string, Include['strategy']>([
  ['no_merge', 'no_merge'],
  ['shallow', 'shallow'],
  ['deep', 'deep'],
  ['deep_map_only', 'deep'],
]);

/**
 * The configurations that a file includes, in its order. What an included file includes itself is an error, as in
 * Terragrunt (documentation, "include": one level alone).
 */
export function includesOf(config: ConfigFile): readonly Include[] {
  return topBlocks(config.file, 'include').flatMap((block) => {
    const found = readInclude(config, block);
    return found === undefined ? [] : [found];
  });
}

/** What `include.name` gives; undefined when there is no include of that name that is exposed. */
export function exposedInclude(config: ConfigFile, name: string): Value | undefined {
  return config.includes.find((include) => include.name === name && include.isExposed)?.file.own();
}

function readInclude(config: ConfigFile, block: LabelledBody): Include | undefined {
  const { reading, part, file } = config;
  const span = { source: file.source, start: block.start, end: block.end };
  if (part.isIncluded) {
    reading.reportAt(
      'error',
      'A configuration that is included cannot include others; this is left out.',
      span,
    );
    return undefined;
  }
  const path = includedPath(config, block);
  if (path === undefined) return undefined;
  const strategy = textOf(config, block, 'merge_strategy') ?? 'shallow';
  const known = STRATEGIES.get(strategy);
  if (known === undefined) {
    reading.reportAt(
      'error',
      `There is no merge strategy ${JSON.stringify(strategy)}.`,
      span,
      'Use shallow, deep or no_merge.',
    );
  }
  return {
    name: block.label,
    path,
    strategy: known ?? 'shallow',
    isExposed: isTrue(config, block, 'expose'),
    file: config.open({ path, config: part.config, isIncluded: true }, config),
  };
}

/** The file that an include names; reported when it cannot be told or is not there. */
function includedPath(config: ConfigFile, block: LabelledBody): string | undefined {
  const { reading, part, file } = config;
  const span = { source: file.source, start: block.start, end: block.end };
  const expression = argument(block.body, 'path');
  const written = expression === undefined ? unknown('error-in-expression') : config.evaluate(expression);
  const hint = 'What the unit inherits from it is missing from the result.';
  if (written.kind !== 'string') {
    const why = written.kind === 'unknown' ? `: ${describeUnknown(written, 'its path')}` : '';
    if (expression === undefined || written.kind !== 'unknown' || written.reason !== 'error-in-expression') {
      reading.reportAt('error', `Which file is included cannot be told${why}.`, span, hint);
    }
    reading.isPartial = true;
    return undefined;
  }
  const path = repositoryPath(folderOf(part.config), written.value);
  if (path !== undefined && reading.has(path)) return path;
  reading.reportAt(
    'error',
    `The included file ${JSON.stringify(written.value)} is not in the repository.`,
    span,
    hint,
  );
  reading.isPartial = true;
  return undefined;
}

function textOf(config: ConfigFile, { body }: LabelledBody, name: string): string | undefined {
  const expression = argument(body, name);
  const value = expression === undefined ? undefined : config.evaluate(expression);
  return value?.kind === 'string' ? value.value : undefined;
}

function isTrue(config: ConfigFile, { body }: LabelledBody, name: string): boolean {
  const expression = argument(body, name);
  const value = expression === undefined ? undefined : config.evaluate(expression);
  return value?.kind === 'bool' && value.value;
}
