import { setImmediate } from 'node:timers/promises';
import { fileChunks } from '../../../lib/file-chunks.ts';
import { type Chunks, unpacked } from '../open/chunks.ts';

const LINE_FEED = 0x0a;

/**
 * How many lines a text file has, the last one without its line feed too. Undefined when there is a NUL byte in it. DuckDB passes over
 * such bytes, and over a record of many MB, without a word: what it read is held against this number.
 */
export async function lineCount(path: string, name: string): Promise<number | undefined> {
  const pieces = fileChunks(path, name);
  const chunks: Chunks = path.endsWith('.gz') ? unpacked(pieces, name) : pieces;
  let [lines, last] = [0, LINE_FEED];
  for await (const chunk of chunks) {
    if (chunk.includes(0)) return undefined;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines++;
    last = chunk.at(-1) ?? last;
    // DuckDB reads the file at the same time, and is waited for.
    await setImmediate();
  }
  return last === LINE_FEED ? lines : lines + 1;
}
