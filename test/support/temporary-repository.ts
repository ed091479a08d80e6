import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real git repository in a temporary folder; removed with `using`. */
export interface TemporaryRepository {
  readonly folder: string;
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Writes the files, commits everything and returns the commit id. */
  commit(files: Readonly<Record<string, string | Uint8Array>>, message?: string): string;
  [Symbol.dispose](): void;
}

/** An empty repository on branch `main` whose commits have fixed authors and dates. */
export function temporaryRepository(): TemporaryRepository {
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-test-'));
  const identity = { name: 'Test', email: 'test@example.com', date: '2026-01-01T00:00:00Z' };
  const environment = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_AUTHOR_DATE: identity.date,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
    GIT_COMMITTER_DATE: identity.date,
  };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, env: environment, encoding: 'utf8', stdio: 'pipe' }).trim();
  const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  };
  git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    git,
    write,
    commit(files, message = 'change') {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
    [Symbol.dispose]() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
