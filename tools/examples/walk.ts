import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { outputOf } from './commands.ts';

/** Commands with what they print; or a file, or what changes in it, whose name stands in the line before. */
const BLOCK = /```console\n([^]*?)```|^(?:.* )?`([\w./-]+)`:\n\n```(\w+)\n([^]*?)```/gm;

/** A document with what its commands print, run one after the other in a folder. */
export function withOutputs(document: string, folder: string): string {
  return document.replaceAll(BLOCK, (block, commands?: string) =>
    commands === undefined ? block : consoleBlock(commands, folder),
  );
}

/**
 * A document that is walked through in an empty folder: its files are written and changed as it shows them, and its commands run, in its
 * order. Returns it with what they print.
 */
export function walked(document: string, folder: string): string {
  return document.replaceAll(
    BLOCK,
    (block, commands?: string, path?: string, language?: string, text?: string) => {
      if (commands !== undefined) return consoleBlock(commands, folder);
      if (path === undefined || text === undefined) return block;
      if (language === 'diff') patch(join(folder, path), text);
      else write(join(folder, path), text);
      return block;
    },
  );
}

function consoleBlock(commands: string, folder: string): string {
  const lines = commands.split('\n').filter((line) => line.startsWith('$ '));
  const parts = lines.map((line) => [line, outputOf(line, folder)].join('\n'));
  return `\`\`\`console\n${parts.join('').trimEnd()}\n\`\`\``;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Each run of lines that are taken out and put in, as a whole: what is taken out must be there once. */
function patch(path: string, diff: string): void {
  const before = readFileSync(path, 'utf8');
  const hunks = diff.match(/(?:^[ -].*\n)+(?:^[ +].*\n)*/gm) ?? [];
  const after = hunks.reduce((text, hunk) => {
    const [old, now] = [sideOf(hunk, '-'), sideOf(hunk, '+')];
    if (text.split(old).length !== 2) throw new Error(`not once in ${path}:\n${old}`);
    return text.replace(old, () => now);
  }, before);
  writeFileSync(path, after);
}

function sideOf(hunk: string, sign: '-' | '+'): string {
  const lines = hunk.split('\n').filter((line) => line.startsWith(sign) || line.startsWith(' '));
  return lines.map((line) => `${line.slice(1)}\n`).join('');
}
