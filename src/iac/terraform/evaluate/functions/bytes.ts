import { ExpressionError } from '../failure.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes in NFC, as Terraform keeps all its strings. Throws an ExpressionError for other bytes. */
export function utf8Text(bytes: Uint8Array, what: string): string {
  try {
    return decoder.decode(bytes).normalize('NFC');
  } catch {
    throw new ExpressionError(`${what} is not UTF-8 text`);
  }
}

/** The bytes of standard base64 with padding; anything else is an error. */
export function fromBase64(source: string): Buffer {
  const compact = source.replace(/[\r\n]/g, '');
  const valid = compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
  if (!valid) throw new ExpressionError('this is not valid base64');
  return Buffer.from(compact, 'base64');
}
