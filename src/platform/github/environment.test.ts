import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { PlatformError, UserError } from '../../lib/errors.ts';
import { readEnvironment } from './environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'tollgate-event-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function variables(over: Record<string, string | undefined> = {}): Record<string, string | undefined> {
  return {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventFile('{"before":"' + 'a'.repeat(40) + '","after":"' + 'b'.repeat(40) + '"}'),
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_WORKSPACE: '/workspace',
    RUNNER_TEMP: '/temp',
    ...over,
  };
}

function eventFile(text: string): string {
  const path = join(folder, `${text.length}.json`);
  writeFileSync(path, text);
  return path;
}

test('addresses are those of github.com unless the runner says otherwise', () => {
  expect(readEnvironment(variables())).toMatchObject({
    event: { kind: 'push' },
    apiUrl: 'https://api.github.com',
    runUrl: 'https://github.com/acme/shop/actions/runs/4711',
  });
  const server = {
    GITHUB_API_URL: 'https://ghes.example/api/v3/',
    GITHUB_SERVER_URL: 'https://ghes.example',
  };
  expect(readEnvironment(variables(server))).toMatchObject({
    apiUrl: 'https://ghes.example/api/v3',
    runUrl: 'https://ghes.example/acme/shop/actions/runs/4711',
  });
});

test.each([
  ['GITHUB_REPOSITORY', undefined],
  ['GITHUB_REPOSITORY', 'acme/shop/../other'],
  ['GITHUB_EVENT_PATH', ''],
  ['RUNNER_TEMP', undefined],
])('outside of GitHub Actions (%s=%s) points to the command line', (name, value) => {
  const read = (): unknown => readEnvironment(variables({ [name]: value }));
  expect(read).toThrow(UserError);
  expect(read).toThrow(name);
});

test.each([
  ['an event that is no JSON', () => ({ GITHUB_EVENT_PATH: eventFile('{') })],
  ['an event file that is not there', () => ({ GITHUB_EVENT_PATH: join(folder, 'none.json') })],
  ['an API that is no web address', () => ({ GITHUB_API_URL: 'file:///etc' })],
])('%s is a fault of the platform', (_name, over) => {
  expect(() => readEnvironment(variables(over()))).toThrow(PlatformError);
});
