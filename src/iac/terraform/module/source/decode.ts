const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a configuration file, which must be UTF-8 (HCL syntax specification), or what is wrong with it. */
export function decodeText(bytes: Uint8Array): { text: string } | { problem: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: 'The file is UTF-16; expected UTF-8.' };
  }
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { problem: 'The file is not valid UTF-8.' };
  }
}
