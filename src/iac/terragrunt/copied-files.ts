import { SourceText } from '../../model/source.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { globMatcher } from '../terraform/evaluate/functions/glob.ts';
import { ExpressionError } from '../terraform/evaluate/failure.ts';
import { modulesFrom } from '../terraform/module/project/closure.ts';
import { automaticVarFiles } from '../terraform/module/project/var-files.ts';
import { isConfigFile } from '../terraform/module/source/config-files.ts';
import { inFolder } from '../terraform/module/source/folders.ts';
import type { SyntaxFile } from '../terraform/syntax/ast.ts';
import { parseNative } from '../terraform/syntax/parse.ts';
import { leaveOpen } from './generated-files.ts';
import type { Reading } from './reading.ts';

/**
 * The file that `remote_state.generate` puts over one of the root module: of a backend nothing is read, so that it is
 * empty. None when there is no such file, or it stays (`if_exists = "skip"`).
 */
export function backendFile(
  reading: Reading,
  { entries }: ObjectValue,
  exists: (name: string) => boolean,
): ReadonlyMap<string, SyntaxFile> {
  const state = entries.get('remote_state');
  const generate = state && 'entries' in state ? state.entries.get('generate') : undefined;
  const files = new Map<string, SyntaxFile>();
  if (generate === undefined || generate.kind === 'null') return files;
  const path = 'entries' in generate ? generate.entries.get('path') : generate;
  const ifExists = 'entries' in generate ? generate.entries.get('if_exists') : undefined;
  const name = path?.kind === 'string' ? path.value.replace(/^\.\//, '') : undefined;
  if (name === undefined || ifExists?.kind === 'unknown') {
    leaveOpen(reading, 'Where the backend is written', generate);
  } else if (
    isConfigFile(name) &&
    exists(name) &&
    !(ifExists?.kind === 'string' && ifExists.value === 'skip')
  ) {
    files.set(name, parseNative(new SourceText(inFolder(reading.unit, name), '')));
  }
  return files;
}

/**
 * Says when files of the root module, or of modules that it calls, may be left out of the copy that Terragrunt makes
 * (`exclude_from_copy`). Its patterns start where the copied folder does, which need not be the root module: each that fits
 * a part of a path counts.
 */
export function noteExcluded(reading: Reading, { entries }: ObjectValue, root: string): void {
  const terraform = entries.get('terraform');
  const excluded =
    terraform && 'entries' in terraform ? terraform.entries.get('exclude_from_copy') : undefined;
  if (excluded === undefined || excluded.kind === 'null') return;
  const patterns = patternsOf(excluded);
  const definitions = patterns === undefined ? [] : modulesFrom(reading.loader, root);
  const used = definitions.flatMap(({ files }) => files.map(({ source }) => source.path));
  const read = [...used, ...automaticVarFiles(reading.loader.tree, root)];
  if (patterns?.every((pattern) => !read.some((path) => parts(path).some(matcher(pattern)))) === true) return;
  leaveOpen(reading, 'Which files "exclude_from_copy" leaves out', excluded);
}

/** Undefined when not all of them are known. */
function patternsOf(value: Value): readonly string[] | undefined {
  if (!('items' in value) || value.rest !== undefined) return undefined;
  const known = value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return known.length === value.items.length ? known : undefined;
}

/** A pattern that cannot be read may fit everything. */
function matcher(pattern: string): (path: string) => boolean {
  try {
    return globMatcher(pattern.replace(/^\.?\/|\/$/g, ''));
  } catch (error) {
    if (error instanceof ExpressionError) return () => true;
    throw error;
  }
}

/** All parts of a path that stand together: a folder that is left out takes its files with it. */
function parts(path: string): readonly string[] {
  const names = path.split('/');
  return names.flatMap((_, from) =>
    names.slice(from).map((__, to) => names.slice(from, from + to + 1).join('/')),
  );
}
