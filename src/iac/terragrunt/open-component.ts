import { rangeOf } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';
import { fingerprint } from '../diff/fingerprint.ts';
import { shownAddress } from '../terraform/module/fetch/address/shown-address.ts';
import { filesBelow } from '../terraform/module/project/file-access.ts';
import type { UnresolvedRoot } from '../terraform/module/project/wrapper.ts';
import { inFolder } from '../terraform/module/source/folders.ts';
import type { LabelledBody } from './bodies.ts';
import type { ConfigFile } from './config-file.ts';
import { repositoryPath } from './virtual-path.ts';

/** A `unit` or `stack` block with a block in it that is not evaluated, such as `expansion`. */
export interface OpenComponent {
  /** Stands for all folders that it generates: nobody can tell how many there are, and where. */
  readonly folder: string;
  /** The folder that they are copies of, when it is in the repository. */
  readonly template: string | undefined;
  /** Files of that. */
  readonly files: readonly string[];
  readonly unresolved: UnresolvedRoot;
}

/** The component that a block of a stack in `folder` makes; undefined when all of the block is evaluated. */
export function openComponent(
  config: ConfigFile,
  block: LabelledBody,
  folder: string,
): OpenComponent | undefined {
  const [unread] = block.body.blocks;
  if (unread === undefined) return undefined;
  const { tree } = config.reading.loader;
  const written = config.body(block.body);
  const inner = block.body.blocks.map(({ type, body }) => [type, fingerprint(config.body(body))]);
  const address = addressOf(written.entries.get('source'));
  const template = repositoryPath(folder, address.replace(/\/\/+/g, '/'));
  const files = template === undefined || template === '' ? [] : filesBelow(tree, template);
  const blobs = files.map((path) => [path, tree.blobId(path)]);
  return {
    folder: inFolder(folder, `.terragrunt-stack/${block.label}[*]`),
    template: files.length === 0 ? undefined : template,
    files,
    unresolved: {
      sourceAddress: shownAddress(address),
      print: JSON.stringify([fingerprint(written), inner, blobs]),
      reason: `Its block "${unread.type}" is not evaluated.`,
      source: rangeOf({ source: config.file.source, start: block.start, end: block.end }),
    },
  };
}

/** The source, or the text that it is written as. */
function addressOf(source: Value | undefined): string {
  if (source?.kind === 'string') return source.value;
  const span = source?.origin.at(-1);
  return span === undefined ? '' : span.source.text.slice(span.start, span.end);
}
