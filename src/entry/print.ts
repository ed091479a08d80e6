import { once } from 'node:events';

/** Pieces are put together up to about so many characters before they are written. */
const ENOUGH = 64 * 1024;

/**
 * Prints pieces one after the other, no faster than the reader takes them: all of them need not fit in memory. A reader that has
 * enough, such as `head`, ends it.
 */
export async function print(pieces: Iterable<string>): Promise<void> {
  const { stdout } = process;
  const closed = new AbortController();
  stdout.once('error', (error: Error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
    closed.abort();
  });
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < ENOUGH) continue;
    if (!stdout.write(text)) await once(stdout, 'drain', { signal: closed.signal }).catch(() => undefined);
    if (closed.signal.aborted) return;
    text = '';
  }
  stdout.write(text);
}
