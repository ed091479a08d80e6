import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/entry/cli.ts', import.meta.url));
/** A command as documents show it: words, some of them in quotes, and how many lines of its output are shown. */
const COMMAND = /^\$ (git|tollgate) ([^|<>;&`\\]+?)(?: \| head -n (\d+))?$/;
/** Whoever runs it, whenever and wherever: the same commits and the same texts. */
const ENVIRONMENT = {
  NO_COLOR: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...person('AUTHOR'),
  ...person('COMMITTER'),
};

/**
 * What a command of a document prints in a folder. Throws when it is not one of git or Tollgate, or ends with an error. An empty line ends what is
 * printed.
 */
export function outputOf(line: string, folder: string): string {
  const [, program, words, most] = COMMAND.exec(line) ?? [];
  if (program === undefined || words === undefined) throw new Error(`not a command of a document: ${line}`);
  const args = [...words.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
  const [file, before] = program === 'git' ? ['git', []] : [process.execPath, [CLI]];
  const env = { ...process.env, ...ENVIRONMENT };
  const { status, stdout, stderr } = spawnSync(file, [...before, ...args], { cwd: folder, env, encoding: 'utf8' });
  // 1 is an answer when something was printed, and else a fault.
  if (status !== 0 && (status !== 1 || stdout === '')) throw new Error(`${line}\n${stdout}${stderr}`);
  const text = `${stdout}${stderr}`.replaceAll(/ +$/gm, '').trimEnd();
  if (text === '') return '';
  const lines = text.split('\n').slice(0, most === undefined ? undefined : Number(most));
  return `${lines.join('\n')}\n\n`;
}

function person(role: string): Record<string, string> {
  return {
    [`GIT_${role}_NAME`]: 'Jane',
    [`GIT_${role}_EMAIL`]: 'jane@example.com',
    [`GIT_${role}_DATE`]: '2026-11-16T09:00:00Z',
  };
}
