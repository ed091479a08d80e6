import type { ObjectValue, Type, UnknownValue, Value } from '../../../../model/value.ts';
import { SourceText, type SourceSpan } from '../../../../model/source.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { MAX_ELEMENTS, MAX_STRING } from '../limits.ts';
import { bool, text, unknown } from '../make.ts';
import { makeSet } from '../sets.ts';
import { utf8Text } from './bytes.ts';
import { type Arguments, type FunctionTable, parameter, stringFunction } from './definition.ts';
import { globMatcher } from './glob.ts';
import { mayFindMore } from './made-files.ts';
import { baseName, folderName, insideRepository } from './paths.ts';

/**
 * Functions on files of the repository, relative to the root module, where Terraform runs. What lies outside, or is
 * made before a run, is unknown: nothing is read from the machine.
 */
export const FILES: FunctionTable = {
  basename: stringFunction(['path'], 'string', (args) => text(baseName(args.string(0)))),
  dirname: stringFunction(['path'], 'string', (args) => text(folderName(args.string(0)))),
  file: stringFunction(['path'], 'string', (args) => {
    const found = readFile(args);
    return 'kind' in found ? found : text(utf8Text(found.bytes, 'the file'), [wholeFile(found.path)]);
  }),
  filebase64: stringFunction(['path'], 'string', (args) => {
    const found = readFile(args);
    return 'kind' in found
      ? found
      : text(Buffer.from(found.bytes).toString('base64'), [wholeFile(found.path)]);
  }),
  fileexists: stringFunction(['path'], 'bool', fileExists),
  fileset: stringFunction(['path', 'pattern'], { set: 'string' }, fileSet),
  templatefile: {
    parameters: [parameter('path', 'string'), { name: 'vars', type: 'any', accepts: 'partial' }],
    returns: 'any',
    call: (args) => {
      checkNames(args.object(1));
      const found = readFile(args);
      if ('kind' in found) return found;
      return args.environment.renderTemplate(found.path, utf8Text(found.bytes, 'the file'), args.object(1));
    },
  },
  templatestring: {
    parameters: [parameter('template', 'string'), { name: 'vars', type: 'any', accepts: 'partial' }],
    returns: 'any',
    call: (args) => args.environment.renderTemplate(undefined, args.string(0), args.object(1)),
  },
};

function checkNames({ entries }: ObjectValue): void {
  for (const name of entries.keys()) {
    if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name))
      throw new ExpressionError('the name of a variable must begin with a letter');
  }
}

/** The file that the first argument names, or why it cannot be told what is in it. */
export function readFile(args: Arguments): { path: string; bytes: Uint8Array } | UnknownValue {
  const path = insideRepository(args.environment.folder, args.string(0));
  const bytes = path === undefined ? undefined : args.environment.files.read(path);
  if (path === undefined || !bytes) return missing(args.string(0), 'string');
  if (bytes.length > MAX_STRING) throw new LimitError(`a file has more than ${MAX_STRING} bytes`);
  return { path, bytes };
}

/** The place of what is read of a file as a whole: the text is left out, so that no line of it is quoted. */
function wholeFile(path: string): SourceSpan {
  return { source: new SourceText(path, ''), start: 0, end: 0 };
}

function missing(path: string, type: Type): UnknownValue {
  return unknown('file-not-in-repository', { detail: path.slice(0, 200), type });
}

/** A file that is not in the repository may be made before Terraform runs, so its absence is not certain. */
function fileExists(args: Arguments): Value {
  const path = insideRepository(args.environment.folder, args.string(0));
  if (path !== undefined && args.environment.files.read(path)) return bool(true);
  return missing(args.string(0), 'bool');
}

function fileSet(args: Arguments): Value {
  const folder = insideRepository(args.environment.folder, args.string(0));
  if (folder === undefined)
    return unknown('file-not-in-repository', { detail: args.string(0).slice(0, 200) });
  const pattern = args.string(1);
  // What lies outside of the folder is not listed here.
  if (pattern.split('/').includes('..')) return missing(pattern, { set: 'string' });
  const plain = pattern.replace(/^(?:\.\/+)+/, '');
  const matches = globMatcher(plain);
  const start = folder === '' ? 0 : folder.length + 1;
  const names = args.environment.files.list(folder).map((path) => path.slice(start));
  const found = names.filter(matches).sort(byCodePoint);
  if (found.length > MAX_ELEMENTS)
    throw new LimitError(`a collection would have more than ${MAX_ELEMENTS} elements`);
  const set = makeSet(
    found.map((name) => text(name)),
    'string',
  );
  const isOpen = names.length === 0 || mayFindMore(plain, folder, args.environment.folder);
  if (!isOpen || set.kind !== 'set') return set;
  return { ...set, rest: { reason: 'file-not-in-repository', detail: pattern.slice(0, 200) } };
}
