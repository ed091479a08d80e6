import type { Parser } from '../parser.ts';

const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** What a backslash sequence at `at` stands for, and where it ends. Only quoted strings have them. */
export function readEscape(p: Parser, at: number): { value: string; end: number } {
  const { text } = p;
  const selector = text.charAt(at + 1);
  const plain = simple[selector];
  if (plain !== undefined) return { value: plain, end: at + 2 };
  if (selector === 'u') return readCodePoint(p, at, 4);
  if (selector === 'U') return readCodePoint(p, at, 8);
  return fail(p, at, at + 2, 'Expected one of n r t " \\ u U after the backslash');
}

function readCodePoint(p: Parser, at: number, digits: number): { value: string; end: number } {
  const end = at + 2 + digits;
  const hex = p.text.slice(at + 2, end);
  if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) {
    return fail(p, at, at + 2, `Expected ${digits} hexadecimal digits after the backslash and letter`);
  }
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    return fail(p, at, end, 'This is not the number of a Unicode character');
  }
  return { value: String.fromCodePoint(code), end };
}

function fail(p: Parser, start: number, end: number, message: string): never {
  p.fail(message, { start, end: Math.min(end, p.text.length) }, 'Write "\\\\" for a backslash.');
}
