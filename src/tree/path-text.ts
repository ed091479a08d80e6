const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The path that bytes name. Paths may be any bytes: those that are not UTF-8 get every byte outside of ASCII, and the
 * backslash, written as `\xff`, so that no two of them become the same.
 */
export function pathOf(bytes: Uint8Array): { readonly path: string; readonly isText: boolean } {
  try {
    return { path: utf8.decode(bytes), isText: true };
  } catch {
    return { path: Array.from(bytes, shown).join(''), isText: false };
  }
}

function shown(byte: number): string {
  const isPlain = byte < 0x80 && byte !== 0x5c;
  return isPlain ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
}
