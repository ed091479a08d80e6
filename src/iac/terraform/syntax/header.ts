import { LF, SPACE, TAB, identifierEnd } from './characters.ts';
import { topLevelBlocks } from './schema.ts';

/**
 * True where a line begins with the header of a block of the top level: a known type in column 1, labels
 * and an opening brace. Tells where the next block starts when an earlier brace has no partner.
 */
export function startsTopLevelBlock(text: string, at: number): boolean {
  if (at > 0 && text.charCodeAt(at - 1) !== LF) return false;
  const typeEnd = identifierEnd(text, at);
  if (!topLevelBlocks.has(text.slice(at, typeEnd))) return false;
  const code = text.charCodeAt(typeEnd);
  if (code !== SPACE && code !== TAB && code !== 0x7b) return false;
  const lineEnd = text.indexOf('\n', typeEnd);
  const rest = text.slice(typeEnd, Math.min(lineEnd === -1 ? text.length : lineEnd, typeEnd + 1000));
  return /^(?:[ \t]+(?:"[^"]*"|[\w-]+))*[ \t]*\{/.test(rest);
}
