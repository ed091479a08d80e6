import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { crossCheck } from './cross-check.ts';
import { DEFAULT_CONFIG } from './defaults.ts';
import { readConfig } from './read-config.ts';
import { publishedSchema } from './schemas.ts';
import { readYamlFile } from './yaml/file.ts';
import { validate } from './yaml/validate.ts';

/** Where the configuration may lie; one place only. */
export const CONFIG_FILES = ['tollgate', '.github/tollgate', '.tollgate'].flatMap((name) => [
  `${name}.yml`,
  `${name}.yaml`,
]);

/** What the configuration needs of a tree. */
export interface FileReader {
  read(path: string): Uint8Array | undefined;
}

export interface LoadedConfig {
  /** The defaults when there is no file, and when the file has an error: the diagnostics say so. */
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `tollgate.yml` of a tree, with all defaults filled in. Never throws on bad input. */
export function loadConfig(tree: FileReader): LoadedConfig {
  const found = CONFIG_FILES.flatMap((path) => {
    const bytes = tree.read(path);
    return bytes === undefined ? [] : [{ path, bytes }];
  });
  const [first, ...others] = found;
  if (first === undefined) return { config: DEFAULT_CONFIG, diagnostics: [] };
  if (others.length > 0) return failed(first.path, [twoFiles(found.map(({ path }) => path))]);
  return parseConfig(first.path, first.bytes);
}

function parseConfig(path: string, bytes: Uint8Array): LoadedConfig {
  const { root, diagnostics } = readYamlFile(path, bytes);
  if (diagnostics.length > 0) return failed(path, diagnostics);
  if (root === undefined) return { config: { ...DEFAULT_CONFIG, file: path }, diagnostics: [] };
  const invalid = validate(root, 'the configuration', publishedSchema('config'));
  if (invalid.length > 0) return failed(path, invalid);
  const config = readConfig(root, path);
  const doubts = crossCheck(root, config);
  return doubts.some(({ severity }) => severity === 'error')
    ? failed(path, doubts)
    : { config, diagnostics: doubts };
}

function failed(path: string, diagnostics: readonly Diagnostic[]): LoadedConfig {
  return { config: { ...DEFAULT_CONFIG, file: path }, diagnostics };
}

function twoFiles(paths: readonly string[]): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    severity: 'error',
    code: 'two-configurations',
    message: `There is more than one configuration: ${paths.join(', ')}.`,
    source: { file: paths[1] ?? '', start, end: start },
    hint: 'Keep one of them.',
  };
}
