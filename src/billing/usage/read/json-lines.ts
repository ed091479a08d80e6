import { isUtf8 } from 'node:buffer';
import { Fields } from '../row/fields.ts';
import { malformed } from '../row/row.ts';
import { JsonRow } from './json-row.ts';
import { Lines } from './lines.ts';
import type { UsageReader } from './usage-reader.ts';

/** Reads usage in JSON lines: one object a line, its keys are the columns. A line that is none is a malformed row. */
export async function readUsageJsonLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
  reader: UsageReader,
): Promise<void> {
  const fields = new Fields();
  const row = new JsonRow();
  const lines = new Lines((bytes, start, end, line, isTooLong) => {
    const problem = isTooLong
      ? 'The line is too long.'
      : isUtf8(bytes.subarray(start, end))
        ? row.read(bytes, start, end, fields)
        : 'The line is not UTF-8.';
    if (problem === null) reader.take(fields, file, line);
    else reader.tally.reject(malformed(problem), file, line);
  });
  for await (const chunk of chunks) lines.add(chunk);
  lines.end();
}
