import { describeUnknown } from '../../model/unknown-text.ts';
import { rangeOf, SourceText } from '../../model/source.ts';
import type { ObjectValue, Unknownness, UnknownReason, Value } from '../../model/value.ts';
import { unknownness } from '../terraform/evaluate/make.ts';
import { traits } from '../terraform/evaluate/traits.ts';
import { isAutomaticVarFile } from '../terraform/module/project/var-files.ts';
import { isConfigFile, isTerraformFile } from '../terraform/module/source/config-files.ts';
import { inFolder } from '../terraform/module/source/folders.ts';
import type { SyntaxFile } from '../terraform/syntax/ast.ts';
import { parseJson, parseNative } from '../terraform/syntax/parse.ts';
import { isTrue } from './flag.ts';
import { GeneratedText } from './generated-text.ts';
import type { Reading } from './reading.ts';
import { relativePath, repositoryPath } from './virtual-path.ts';

/**
 * The configuration files, and those with variable values that are loaded by their names, that `generate` blocks put into the
 * root module, by name. Those that would not replace a file that is there (`if_exists = "skip"`) are left out; `exists` tells
 * which are. What cannot be told, and files that are put somewhere else, leave the unit open, which is said.
 */
export function generatedFiles(
  reading: Reading,
  config: ObjectValue,
  exists: (name: string) => boolean,
): ReadonlyMap<string, SyntaxFile> {
  const files = new Map<string, SyntaxFile>();
  const blocks = config.entries.get('generate');
  if (blocks === undefined || blocks.kind === 'null') return files;
  if (!('entries' in blocks) || blocks.rest !== undefined)
    leaveOpen(reading, 'Not all generated files', blocks);
  if (!('entries' in blocks)) return files;
  for (const [label, block] of blocks.entries) {
    if (!('entries' in block) || isTrue(block.entries.get('disable'))) continue;
    const what = `generate ${JSON.stringify(label)}`;
    const path = block.entries.get('path');
    const name = nameOf(reading, path);
    if (name === undefined || block.entries.get('disable')?.kind === 'unknown') {
      leaveOpen(reading, `Whether and where ${what} writes a file`, block);
      continue;
    }
    if (name.includes('/') || (!isConfigFile(name) && !isAutomaticVarFile(name))) {
      if (isTerraformFile(name) || exists(name))
        leaveOpen(reading, `What ${what} puts in the place of a file`, block);
      continue;
    }
    const ifExists = block.entries.get('if_exists');
    if (exists(name) && ifExists?.kind === 'unknown')
      leaveOpen(reading, `Whether ${what} replaces a file`, block);
    if (textOf(ifExists) === 'skip' && exists(name)) continue;
    const file = parsed(reading, label, name, block.entries.get('contents'));
    if (file !== undefined) files.set(name, file);
  }
  return files;
}

/** Says that something of the files of the root module is not known: nothing may be taken as complete. */
export function leaveOpen(reading: Reading, what: string, value: Value): void {
  const at = value.origin.at(-1);
  const why = unknownness(traits(value).unknown ?? { reason: 'file-not-in-repository', detail: 'generate' });
  reading.report({
    severity: 'warning',
    code: 'not-evaluated',
    message: `${what} cannot be told, so that the unit ${reading.unit || '.'} was not evaluated to its end.`,
    ...(at === undefined ? {} : { source: rangeOf(at) }),
  });
  reading.unread ??= why;
  reading.doubt ??= why;
  reading.isPartial = true;
}

/** The path from the folder of the root module; undefined when it is not known. */
function nameOf(reading: Reading, path: Value | undefined): string | undefined {
  const written = textOf(path);
  const found = written === undefined ? undefined : repositoryPath(reading.unit, written);
  if (found === undefined) return undefined;
  return relativePath(reading.unit, found);
}

function parsed(
  reading: Reading,
  label: string,
  name: string,
  contents: Value | undefined,
): SyntaxFile | undefined {
  const span = contents?.origin.at(-1);
  if (contents?.kind !== 'string' || contents.sensitive === true || span === undefined) {
    const cause = contents === undefined ? undefined : traits(contents).unknown;
    const why = cause === undefined ? 'they cannot be told' : describeUnknown(cause);
    if (span !== undefined && cause?.reason !== 'error-in-expression') {
      const message = `The contents of generate ${JSON.stringify(label)} are not read: ${why}.`;
      reading.reportAt(
        'warning',
        message,
        span,
        'What the file would set, such as a region or tags, is unknown.',
      );
    }
    const what = `generate ${JSON.stringify(label)}`;
    const detail = cause?.detail === undefined ? what : `${cause.detail} in ${what}`;
    const unread = { reason: unreadReason(contents, cause), detail };
    if (isConfigFile(name)) reading.unread ??= unread;
    else reading.doubt ??= unread;
    return undefined;
  }
  const file = name.endsWith('.json')
    ? parseJson(new SourceText(inFolder(reading.unit, name), contents.value))
    : parseNative(new GeneratedText(contents.value, span));
  return file;
}

function unreadReason(contents: Value | undefined, cause: Unknownness | undefined): UnknownReason {
  if (contents?.sensitive === true) return 'sensitive-input-withheld';
  return cause?.reason ?? 'error-in-expression';
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}
