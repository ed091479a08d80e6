import { CsvError, type CsvRecord, LONGEST_RECORD, Splitter } from './splitter.ts';

export { CsvError, type CsvRecord };

/** Receives the records of a file in order. A record holds only until the next one. */
export type TakeRecord = (record: CsvRecord) => void;

/**
 * Splits CSV (RFC 4180) that arrives in pieces, such as a file of several GB, and keeps no more of it than one record of at most
 * 1 MB. A record that breaks the rules and whose end is certain comes with its `problem`. Throws CsvError where the end of a
 * record cannot be told, so that what follows could be misread: quotes that never end, or that end in the middle of a field.
 */
export async function readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  take: TakeRecord,
): Promise<void> {
  const splitter = new Splitter(take);
  // One piece of memory for all chunks: a new one each would be garbage that nobody hurries to collect.
  let buffer = Buffer.allocUnsafe(256 * 1024);
  let used = 0;
  for await (const chunk of chunks) {
    if (used + chunk.length >= buffer.length) {
      const larger = Buffer.allocUnsafe(2 * (used + chunk.length));
      buffer.copy(larger, 0, 0, used);
      buffer = larger;
    }
    buffer.set(chunk, used);
    used += chunk.length;
    const taken = splitter.split(buffer.subarray(0, used));
    buffer.copyWithin(0, taken, used);
    used -= taken;
    if (used > LONGEST_RECORD) used = splitter.cutShort(buffer.subarray(0, used));
  }
  // The last record may have no line break.
  buffer[used++] = 0x0a;
  if (splitter.split(buffer.subarray(0, used)) === 0) throw splitter.unended();
}
