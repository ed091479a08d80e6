import { TextDecoder } from 'node:util';

/**
 * The chunks of a text in UTF-8, whatever Unicode encoding it came in: one in UTF-16, with or without a byte order mark, is
 * converted (PowerShell 5 writes it where output is redirected), and the mark of UTF-8 is left out. JSON begins with an
 * ASCII character, so that its first two bytes tell (RFC 4627, section 3).
 */
export function* utf8Chunks(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array();
  let decoder: TextDecoder | undefined;
  for (const chunk of chunks) {
    if (start === undefined) {
      yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
      continue;
    }
    start = start.length === 0 ? chunk : Buffer.concat([start, chunk]);
    if (start.length < 3) {
      start = Uint8Array.from(start);
      continue;
    }
    decoder = utf16(start);
    yield decoder === undefined ? withoutMark(start) : Buffer.from(decoder.decode(start, { stream: true }));
    start = undefined;
  }
  if (start !== undefined) yield start;
}

function utf16([first, second]: Uint8Array): TextDecoder | undefined {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0))
    return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return new TextDecoder('utf-16be');
  return undefined;
}

function withoutMark(start: Uint8Array): Uint8Array {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(3) : start;
}
