const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is wrong with a text, and in which line, counted from 1. */
export interface DecodingProblem {
  readonly problem: string;
  readonly line: number;
}

/** The text of a configuration file, which must be UTF-8 (HCL syntax specification), or what is wrong with it. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | DecodingProblem {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: 'The file is UTF-16; expected UTF-8.', line: 1 };
  }
  const text = decode(bytes);
  return text === undefined
    ? { problem: 'The line is not valid UTF-8, so the file was not read.', line: brokenLine(bytes) }
    : { text };
}

/** The first line that cannot be decoded: no character of several bytes has the byte of a newline in it. */
function brokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (decode(bytes.subarray(start, end)) === undefined) break;
    start = end;
  }
  return line;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
