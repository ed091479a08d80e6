import { existsSync } from 'node:fs';
import { nodeAt, textOf } from '../../../config/yaml/access.ts';
import { readYamlFile } from '../../../config/yaml/file.ts';
import { validate } from '../../../config/yaml/validate.ts';
import { publishedSchema } from '../../../config/schemas.ts';
import { decimal, type Decimal } from '../../../lib/decimal.ts';
import { UserError } from '../../../lib/errors.ts';
import { fileChunks } from '../../../lib/file-chunks.ts';
import type { UsageFile } from './chunks.ts';

const ENDING = '.meta.yaml';
const MOST_BYTES = 64 * 1024;

/** What a sidecar says of its file; null where it is silent. */
export interface Sidecar {
  readonly source: string | null;
  readonly sha256: string | null;
  readonly completeThrough: string | null;
  /** Percent. */
  readonly sampled: Decimal | null;
}

const SILENT: Sidecar = { source: null, sha256: null, completeThrough: null, sampled: null };

/** The sidecar of a file, `<file>.meta.yaml`, where there is one. Throws UserError when it is not as the schema says. */
export function sidecarOf({ path, name }: UsageFile): Sidecar {
  if (!existsSync(path + ENDING)) return SILENT;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const piece of fileChunks(path + ENDING, name + ENDING)) {
    size += piece.length;
    if (size > MOST_BYTES)
      throw new UserError(`${name + ENDING} has more than ${MOST_BYTES} bytes.`, {
        place: { file: name + ENDING },
      });
    pieces.push(Buffer.from(piece));
  }
  return readSidecar(name, Buffer.concat(pieces));
}

/** What the bytes of the sidecar of a file say. Throws UserError as `sidecarOf` does. */
export function readSidecar(name: string, bytes: Uint8Array): Sidecar {
  const file = name + ENDING;
  const { root, diagnostics } = readYamlFile(file, bytes);
  if (root === undefined && diagnostics.length === 0) return SILENT;
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
    completeThrough: text('completeThrough'),
    sampled: sampled === null ? null : decimal(sampled),
  };
}
