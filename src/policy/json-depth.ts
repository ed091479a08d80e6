import { PolicyError } from './policy-error.ts';

/** The engine parses recursively on a stack of its own that nothing guards; this is far below what it holds. */
const MAXIMUM_DEPTH = 200;

/** Throws PolicyError when a JSON text nests deeper than the engine's stack can safely hold. */
export function checkDepth(json: string): void {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfString(json, at);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
    if (depth > MAXIMUM_DEPTH) {
      throw new PolicyError('input', `The policy input nests deeper than ${MAXIMUM_DEPTH} levels.`);
    }
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Index of the closing quote; the end of the text when there is none. */
function endOfString(json: string, open: number): number {
  for (let at = open + 1; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return json.length;
}
