import { rangeOf } from '../../model/source.ts';
import { describeUnknown } from '../../model/unknown-text.ts';
import type { ObjectValue, UnknownValue, Value } from '../../model/value.ts';
import type { Tree } from '../../tree/tree.ts';
import { fingerprint } from '../diff/fingerprint.ts';
import { shownAddress } from '../terraform/module/fetch/address/shown-address.ts';
import { filesBelow } from '../terraform/module/project/file-access.ts';
import type { UnresolvedRoot } from '../terraform/module/project/wrapper.ts';
import { folderOf, inFolder } from '../terraform/module/source/folders.ts';
import type { LabelledBody } from './bodies.ts';
import type { ConfigFile } from './config-file.ts';
import { isTrue } from './flag.ts';
import { isStackFile, isUnitFile } from './names.ts';
import { repositoryPath } from './virtual-path.ts';

/** A `unit` or `stack` block of which it cannot be told what it generates, such as one with an `expansion`. */
export interface OpenComponent {
  /** Stands for all folders that it generates: nobody can tell how many there are, and where. */
  readonly folder: string;
  /** The folders of the repository that they can be copies of. */
  readonly templates: readonly string[];
  /** Files of those. */
  readonly files: readonly string[];
  readonly unresolved: UnresolvedRoot;
}

/** The component that a block of a stack in `folder` makes; undefined when all of the block is evaluated. */
export function openComponent(
  config: ConfigFile,
  block: LabelledBody,
  folder: string,
): OpenComponent | undefined {
  const written = config.body(block.body);
  const reason = reasonOf(block, written);
  if (reason === undefined) return undefined;
  const { tree } = config.reading.loader;
  const inner = block.body.blocks.map(({ type, body }) => [type, fingerprint(config.body(body))]);
  const address = addressOf(written.entries.get('source'));
  const templates = templatesOf(tree, folder, written.entries.get('source'), address);
  const files = templates.flatMap((template) => filesBelow(tree, template));
  const blobs = files.map((path) => [path, tree.blobId(path)]);
  return {
    folder: placeOf(folder, block, written),
    templates,
    files,
    unresolved: {
      sourceAddress: shownAddress(address),
      print: JSON.stringify([fingerprint(written), inner, blobs]),
      reason,
      source: rangeOf({ source: config.file.source, start: block.start, end: block.end }),
    },
  };
}

/** Why it cannot be told what a component generates; undefined when it can. */
function reasonOf({ body }: LabelledBody, { entries }: ObjectValue): string | undefined {
  const [unread] = body.blocks;
  if (unread !== undefined) return `Its block "${unread.type}" is not evaluated.`;
  const open = ['source', 'path', 'no_dot_terragrunt_stack'].find((name) => {
    const value = entries.get(name);
    return name === 'no_dot_terragrunt_stack' ? value?.kind === 'unknown' : value?.kind !== 'string';
  });
  const value = open === undefined ? undefined : entries.get(open);
  if (open === undefined) return undefined;
  const why = value?.kind === 'unknown' ? describeUnknown(value, `its ${open}`) : `its ${open} is no text`;
  return `What it generates cannot be told: ${why}.`;
}

/** The folder of the one unit when it is known: it is the same unit as where its source is known. */
function placeOf(folder: string, { label, body }: LabelledBody, { entries }: ObjectValue): string {
  const path = entries.get('path');
  const isPlain = isTrue(entries.get('no_dot_terragrunt_stack'));
  const base = isPlain ? folder : inFolder(folder, '.terragrunt-stack');
  const known =
    body.blocks.length === 0 && path?.kind === 'string' ? repositoryPath(base, path.value) : undefined;
  return known ?? inFolder(folder, `.terragrunt-stack/${label}[*]`);
}

/** The folders that a source names, or stands for as far as its text tells. */
function templatesOf(
  tree: Tree,
  folder: string,
  source: Value | undefined,
  address: string,
): readonly string[] {
  const open = source?.kind === 'unknown' ? source : undefined;
  const texts = open === undefined ? [address] : [...literalTexts(address), ...textsOf(open)];
  const named = texts.flatMap((text) => repositoryPath(folder, text.replace(/\/\/+/g, '/')) ?? []);
  const start =
    open?.prefix === undefined ? undefined : repositoryPath(folder, `${open.prefix}x`)?.slice(0, -1);
  const below =
    start === undefined || start === '' ? [] : tree.paths.filter((path) => path.startsWith(start));
  const under = below.filter((path) => isUnitFile(path) || isStackFile(path)).map(folderOf);
  return [...new Set([...named, ...under])].filter(
    (template) => template !== '' && filesBelow(tree, template).length > 0,
  );
}

function literalTexts(expression: string): readonly string[] {
  return [...expression.matchAll(/"([^"$]+)"/g)].map(([, text = '']) => text);
}

function textsOf({ candidates = [], fallback }: UnknownValue): readonly string[] {
  const all = fallback === undefined ? candidates : [...candidates, fallback];
  return all.flatMap((one) => (one.kind === 'string' ? [one.value] : []));
}

/** The source, or the text that it is written as. */
function addressOf(source: Value | undefined): string {
  if (source?.kind === 'string') return source.value;
  const span = source?.origin.at(-1);
  return span === undefined ? '' : span.source.text.slice(span.start, span.end);
}
