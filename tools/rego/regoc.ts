import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const binary = `${root}.cache/regoc${process.platform === 'win32' ? '.exe' : ''}`;

/**
 * Builds tools/regoc with Go, which fetches the Open Policy Agent version that its go.mod and go.sum pin, and returns
 * a function that runs it in the repository's root. The first build compiles all of it and takes a few minutes.
 */
export function prepareRegoc(): (...args: string[]) => void {
  mkdirSync(`${root}.cache`, { recursive: true });
  run('go', ['build', '-C', 'tools/regoc', '-mod=readonly', '-trimpath', '-o', binary, '.']);
  return (...args) => {
    run(binary, args);
  };
}

/** Ends this process with the same exit code when the program fails: what it said is on the terminal already. */
function run(program: string, args: readonly string[]): void {
  try {
    execFileSync(program, args, { cwd: root, stdio: 'inherit' });
  } catch (error) {
    const { code, status } = error as { code?: string; status?: number };
    if (code === 'ENOENT')
      console.error(`"${program}" was not found: the policies are compiled with Go 1.26 or later.`);
    process.exit(status ?? 1);
  }
}
