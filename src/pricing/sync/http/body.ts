import type { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { ListProblem } from '../port.ts';
import { asProblem } from './send.ts';

/**
 * The unpacked body of an answer, piece by piece. Throws a ListProblem when it breaks off, when what is packed has no end, and
 * as soon as it is longer than `most` bytes.
 */
export async function* bodyOf(url: URL, answer: IncomingMessage, most: number): AsyncGenerator<Uint8Array> {
  const isPacked = answer.headers['content-encoding'] === 'gzip';
  const unpacked = isPacked ? answer.pipe(createGunzip()) : answer;
  // A pipe hands no error on: without this, what was unpacked would wait for ever.
  if (isPacked) answer.on('error', (error) => unpacked.destroy(error));
  let size = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) throw new ListProblem(`An answer of ${url.host} has more than ${most} bytes.`);
      yield chunk;
    }
  } catch (error) {
    throw asProblem(url, error);
  } finally {
    answer.destroy();
  }
}
