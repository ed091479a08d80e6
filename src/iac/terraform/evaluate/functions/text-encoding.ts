import type { Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { text, unknown } from '../make.ts';

/** IANA names (in lower case) and what the WHATWG encoding standard calls the same encoding. */
const TABLES: Readonly<Record<string, string>> = {
  big5: 'big5',
  'euc-jp': 'euc-jp',
  'euc-kr': 'euc-kr',
  gb18030: 'gb18030',
  gbk: 'gbk',
  ibm866: 'ibm866',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
  macintosh: 'macintosh',
  shift_jis: 'shift_jis',
  ...Object.fromEntries(
    [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map((n) => [`iso-8859-${n}`, `iso-8859-${n}`]),
  ),
  ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`windows-125${n}`, `windows-125${n}`])),
};

/** Encodings that Terraform knows and Node does not: their results are unknown. */
const FOREIGN = /^(?:ibm\d{3,5}|hz-gb-2312|iso-2022-jp|iso-8859-(?:1[16]|[689]-[ei])|us-ascii)$/;

/** The bytes of a text in an encoding that has an IANA name, in base64. Letters that it lacks are an error. */
export function encodedText(source: string, name: string): Value {
  const bytes = encode(source, name.toLowerCase());
  return bytes ? text(bytes.toString('base64')) : unsupported('textencodebase64()');
}

function encode(source: string, name: string): Buffer | undefined {
  if (name === 'utf-8') return Buffer.from(source, 'utf8');
  if (name === 'utf-16le') return Buffer.from(source, 'utf16le');
  if (name === 'utf-16be') return Buffer.from(source, 'utf16le').swap16();
  if (name === 'utf-16') return Buffer.from(`\ufeff${source}`, 'utf16le').swap16();
  const table = name === 'iso-8859-1' ? LATIN1 : tableOf(name);
  if (!table) return undefined;
  const bytes = Array.from(source, (letter) => {
    const found = table.get(letter);
    if (!found) throw new ExpressionError('the text has letters that the encoding lacks');
    return found;
  });
  return Buffer.from(bytes.flat());
}

/** The text of bytes in an encoding that has an IANA name. */
export function decodedText(bytes: Buffer, name: string): Value {
  const lower = name.toLowerCase();
  if (lower === 'iso-8859-1') return text(bytes.toString('latin1'));
  const known = lower === 'utf-16' ? 'utf-16be' : /^utf-(?:8|16[bl]e)$/.test(lower) ? lower : whatwg(lower);
  if (known === undefined) return unsupported('textdecodebase64()');
  try {
    return text(new TextDecoder(known, { fatal: true }).decode(bytes).normalize('NFC'));
  } catch {
    throw new ExpressionError('the bytes are no text in this encoding');
  }
}

function whatwg(name: string): string | undefined {
  if (Object.hasOwn(TABLES, name)) return TABLES[name];
  if (FOREIGN.test(name)) return undefined;
  throw new ExpressionError('there is no character encoding of this name');
}

function unsupported(detail: string): Value {
  return unknown('unsupported-function', { detail, type: 'string' });
}

type Table = ReadonlyMap<string, readonly number[]>;

const LATIN1: Table = new Map(
  Array.from({ length: 256 }, (_, code) => [String.fromCharCode(code), [code]] as const),
);
const tables = new Map<string, Table>();

/** The bytes of each letter: what decodes to it, from one byte and from two. */
function tableOf(name: string): Table | undefined {
  const label = whatwg(name);
  if (label === undefined) return undefined;
  const made = tables.get(label);
  if (made) return made;
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): boolean => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(letter).length === 1 && !table.has(letter)) table.set(letter, bytes);
      return true;
    } catch {
      return false;
    }
  };
  for (let first = 0; first < 256; first++) {
    if (add([first])) continue;
    for (let second = 0x30; second < 256; second++) add([first, second]);
  }
  tables.set(label, table);
  return table;
}
