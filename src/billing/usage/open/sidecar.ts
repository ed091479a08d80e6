import { lstatSync } from 'node:fs';
import { nodeAt, textOf } from '../../../config/yaml/access.ts';
import { readYamlFile } from '../../../config/yaml/file.ts';
import { validate } from '../../../config/yaml/validate.ts';
import { publishedSchema } from '../../../config/schemas.ts';
import { decimal, type Decimal } from '../../../lib/decimal.ts';
import { UserError } from '../../../lib/errors.ts';
import { fileChunks } from '../../../lib/file-chunks.ts';
import type { UsageFile } from './chunks.ts';

/** What the name of a sidecar has after that of its file. */
export const SIDECAR_ENDING = '.meta.yaml';
const MOST_BYTES = 64 * 1024;

/** What a sidecar says of its file; null where it is silent. */
export interface Sidecar {
  readonly source: string | null;
  readonly sha256: string | null;
  readonly coverageFrom: string | null;
  readonly completeThrough: string | null;
  /** Percent. */
  readonly sampled: Decimal | null;
}

const SILENT: Sidecar = {
  ...{ source: null, sha256: null, coverageFrom: null, completeThrough: null, sampled: null },
};

/**
 * The sidecar of a file, `<file>.meta.yaml`, where there is one. Throws UserError when it is not as the schema says, and when it is
 * a link: a repository may come with links to anywhere, and messages quote what they lead to.
 */
export function sidecarOf({ path, name }: UsageFile): Sidecar {
  const found = lstatSync(path + SIDECAR_ENDING, { throwIfNoEntry: false });
  if (found === undefined) return SILENT;
  if (found.isSymbolicLink()) throw linked(name + SIDECAR_ENDING);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const piece of fileChunks(path + SIDECAR_ENDING, name + SIDECAR_ENDING)) {
    size += piece.length;
    if (size > MOST_BYTES)
      throw new UserError(`${name + SIDECAR_ENDING} has more than ${MOST_BYTES} bytes.`, {
        place: { file: name + SIDECAR_ENDING },
      });
    pieces.push(Buffer.from(piece));
  }
  return readSidecar(name, Buffer.concat(pieces));
}

/** What the bytes of the sidecar of a file say. Throws UserError as `sidecarOf` does. */
export function readSidecar(name: string, bytes: Uint8Array): Sidecar {
  const file = name + SIDECAR_ENDING;
  const { root, diagnostics } = readYamlFile(file, bytes);
  if (root === undefined && diagnostics.length === 0) return SILENT;
  if (root !== undefined && root.kind !== 'mapping') throw noMapping(file);
  const errors =
    root === undefined
      ? diagnostics
      : [...diagnostics, ...validate(root, 'a usage sidecar', publishedSchema('usage-origin'))];
  const first = errors[0];
  if (first !== undefined)
    throw new UserError(first.message, {
      place: { file, ...first.source?.start },
      ...(first.hint === undefined ? {} : { hint: first.hint }),
    });
  const text = (key: string) => textOf(nodeAt(root, key)) ?? null;
  const sampled = text('sampled');
  return {
    source: text('source'),
    sha256: text('sha256'),
    coverageFrom: text('coverageFrom'),
    completeThrough: text('completeThrough'),
    sampled: sampled === null ? null : decimal(sampled),
  };
}

function linked(file: string): UserError {
  return new UserError(`${file} is a link, and what it leads to is not read.`, {
    place: { file },
    hint: 'Put the sidecar itself in its place.',
  });
}

/** Without what stands in it: a file that is no sidecar at all may hold anything. */
function noMapping(file: string): UserError {
  return new UserError(`${file} must be a mapping.`, {
    place: { file, line: 1 },
    hint: 'See "Sidecar" in docs/billing-usage.md for its keys.',
  });
}
