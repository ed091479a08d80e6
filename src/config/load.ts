import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type SkipReason, unreadableFile } from '../model/skipped.ts';
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
  unreadable(path: string): SkipReason | undefined;
}

export interface LoadedConfig {
  /** The defaults when there is no file, and when the file has an error: the diagnostics say so. */
  readonly config: Config;
  /**
   * `broken`: the file has an error, or cannot be read as it lies in the repository; `absent`: the repository has a
   * file, but this machine has not.
   */
  readonly state: 'sound' | 'broken' | 'absent';
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `tollgate.yml` of a tree, with all defaults filled in. Never throws on bad input. */
export function loadConfig(tree: FileReader): LoadedConfig {
  const found = CONFIG_FILES.flatMap((path): { path: string; content: Uint8Array | SkipReason }[] => {
    const content = tree.read(path) ?? tree.unreadable(path);
    return content === undefined ? [] : [{ path, content }];
  });
  const [first, ...others] = found;
  if (first === undefined) return sound(DEFAULT_CONFIG);
  const { path, content } = first;
  if (others.length > 0) return failed(path, [twoFiles(found.map((file) => file.path))]);
  if (typeof content !== 'string') return parseConfig(path, content);
  const state = content === 'not in the clone' || content === 'not permitted' ? 'absent' : 'broken';
  return { ...failed(path, [unreadableFile(path, content)]), state };
}

function parseConfig(path: string, bytes: Uint8Array): LoadedConfig {
  const { root, diagnostics } = readYamlFile(path, bytes);
  if (diagnostics.length > 0) return failed(path, diagnostics);
  if (root === undefined) return sound({ ...DEFAULT_CONFIG, file: path });
  const invalid = validate(root, 'the configuration', publishedSchema('config'));
  if (invalid.length > 0) return failed(path, invalid);
  const config = readConfig(root, path);
  const doubts = crossCheck(root, config);
  return doubts.some(({ severity }) => severity === 'error') ? failed(path, doubts) : sound(config, doubts);
}

function sound(config: Config, diagnostics: readonly Diagnostic[] = []): LoadedConfig {
  return { config, state: 'sound', diagnostics };
}

function failed(path: string, diagnostics: readonly Diagnostic[]): LoadedConfig {
  return { config: { ...DEFAULT_CONFIG, file: path }, state: 'broken', diagnostics };
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
