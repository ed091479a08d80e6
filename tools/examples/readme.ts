import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createRepository } from '../../src/tree/create.ts';

const CLI = fileURLToPath(new URL('../../src/entry/cli.ts', import.meta.url));
/** A command with arguments that need no quoting, and how many lines of its output are shown. */
const COMMAND = /^\$ tollgate ([\w./=: @-]+?)(?: \| head -n (\d+))?$/;

/** A README whose `console` blocks hold what their commands print, in a repository of the example with the change checked out. */
export function withOutputs(readme: string, example: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-readme-'));
  try {
    createRepository(folder, join(example, 'base'), join(example, 'change'));
    return readme.replaceAll(/```console\n([^]*?)```/g, (_, block: string) => {
      const commands = block.split('\n').filter((line) => line.startsWith('$ '));
      const parts = commands.map((line) => `${line}\n${outputOf(line, folder)}`);
      return `\`\`\`console\n${parts.join('\n')}\`\`\``;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outputOf(line: string, folder: string): string {
  const [, words, most] = COMMAND.exec(line) ?? [];
  if (words === undefined) throw new Error(`not a command of this README: ${line}`);
  const run = spawnSync(process.execPath, [CLI, ...words.split(' ')], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  const lines = `${run.stdout}${run.stderr}`.replaceAll(/ +$/gm, '').trimEnd().split('\n');
  return `${lines.slice(0, most === undefined ? undefined : Number(most)).join('\n')}\n`;
}
