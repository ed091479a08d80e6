import type { Tone } from '../report/document.ts';

/** Marks text for a terminal: with escape sequences, or not at all. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  readonly tone: (text: string, tone: Tone) => string;
}

const TONES: Readonly<Record<Tone, number>> = { good: 32, bad: 31, muted: 2 };

/** Paint in the terminal's own eight colours (ECMA-48, SGR), which fit light and dark backgrounds. */
export function paint(color: boolean): Paint {
  const sgr = (text: string, on: number, off: number): string =>
    color && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text;
  return {
    strong: (text) => sgr(text, 1, 22),
    code: (text) => sgr(text, 36, 39),
    tone: (text, tone) => sgr(text, TONES[tone], tone === 'muted' ? 22 : 39),
  };
}
