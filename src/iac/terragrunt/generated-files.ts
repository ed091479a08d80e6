import { describeUnknown } from '../../model/unknown-text.ts';
import { SourceText } from '../../model/source.ts';
import type { ObjectValue, Unknownness, UnknownReason, Value } from '../../model/value.ts';
import { traits } from '../terraform/evaluate/traits.ts';
import { isConfigFile } from '../terraform/module/source/config-files.ts';
import { folderOf, inFolder } from '../terraform/module/source/folders.ts';
import type { SyntaxFile } from '../terraform/syntax/ast.ts';
import { parseJson, parseNative } from '../terraform/syntax/parse.ts';
import { isTrue } from './flag.ts';
import { GeneratedText } from './generated-text.ts';
import type { Reading } from './reading.ts';
import { repositoryPath } from './virtual-path.ts';

/**
 * The configuration files that `generate` blocks put into the root module, by name. Those that would not replace a file
 * that is there (`if_exists = "skip"`) are left out; `exists` tells which are.
 */
export function generatedFiles(
  reading: Reading,
  config: ObjectValue,
  exists: (name: string) => boolean,
): ReadonlyMap<string, SyntaxFile> {
  const files = new Map<string, SyntaxFile>();
  const blocks = config.entries.get('generate');
  if (blocks === undefined || !('entries' in blocks)) return files;
  for (const [label, block] of blocks.entries) {
    if (!('entries' in block) || isTrue(block.entries.get('disable'))) continue;
    const name = nameOf(reading, block.entries.get('path'));
    if (name === undefined || !isConfigFile(name)) continue;
    if (textOf(block.entries.get('if_exists')) === 'skip' && exists(name)) continue;
    const file = parsed(reading, label, name, block.entries.get('contents'));
    if (file !== undefined) files.set(name, file);
  }
  return files;
}

/** The name in the folder of the root module; undefined for a file somewhere else. */
function nameOf(reading: Reading, path: Value | undefined): string | undefined {
  const written = textOf(path);
  const found = written === undefined ? undefined : repositoryPath(reading.unit, written);
  if (found === undefined || folderOf(found) !== reading.unit) return undefined;
  return found.slice(reading.unit === '' ? 0 : reading.unit.length + 1);
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
    reading.unread ??= { reason: unreadReason(contents, cause), detail };
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
