import { ExpressionError } from '../failure.ts';

const NAMES: Readonly<Record<string, 'utf8' | 'utf16le' | 'utf16be' | 'latin1' | 'ascii'>> = {
  'UTF-8': 'utf8',
  UTF8: 'utf8',
  'UTF-16LE': 'utf16le',
  'UTF-16BE': 'utf16be',
  'UTF-16': 'utf16be',
  'ISO-8859-1': 'latin1',
  'US-ASCII': 'ascii',
};

function encodingOf(name: string): 'utf8' | 'utf16le' | 'utf16be' | 'latin1' | 'ascii' {
  const upper = name.toUpperCase();
  const found = Object.hasOwn(NAMES, upper) ? NAMES[upper] : undefined;
  if (!found) throw new ExpressionError('this character encoding is not supported here');
  return found;
}

/** The bytes of a text in an encoding that has an IANA name. Letters that it lacks are an error. */
export function encodeText(source: string, name: string): Buffer {
  const encoding = encodingOf(name);
  if (encoding === 'utf16be') return Buffer.from(source, 'utf16le').swap16();
  const limit = encoding === 'latin1' ? 0xff : encoding === 'ascii' ? 0x7f : 0xffff;
  for (let i = 0; i < source.length; i++) {
    if (source.charCodeAt(i) > limit)
      throw new ExpressionError('the text has letters that the encoding lacks');
  }
  return Buffer.from(source, encoding);
}

/** The text of bytes in an encoding that has an IANA name. */
export function decodeText(bytes: Buffer, name: string): string {
  const encoding = encodingOf(name);
  if (encoding.startsWith('utf16') && bytes.length % 2 === 1)
    throw new ExpressionError('the bytes are cut off');
  if (encoding === 'utf16be') return Buffer.from(bytes).swap16().toString('utf16le');
  return bytes.toString(encoding);
}
