import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { type HostedPullRequest, hostPullRequest } from '../../test/host/pull-request.ts';
import { loopbackServer } from '../../test/support/loopback/server.ts';
import type { Environment } from '../platform/github/environment.ts';
import { memoryJob } from '../platform/memory.ts';
import { runAction } from './action.ts';

function environment(hosted: HostedPullRequest, temp: string, fork: boolean): Environment {
  return {
    event: {
      kind: 'pull-request',
      pullNumber: 7,
      baseSha: hosted.base,
      headSha: hosted.head,
      mergeSha: hosted.merge,
      fork,
      draft: false,
    },
    repository: 'acme/shop',
    apiUrl: 'https://api.github.com',
    serverUrl: 'https://github.com',
    workspace: hosted.checkout(hosted.merge),
    temp,
    runUrl: 'https://github.com/acme/shop/actions/runs/1',
  };
}

test('outputs are set when publishing fails', async () => {
  using hosted = hostPullRequest({ 'main.tf': 'provider "aws" {}\n' }, { 'README.md': 'x\n' });
  const temp = mkdtempSync(join(tmpdir(), 'tollgate-action-'));
  const job = memoryJob({ token: 'ghs_test' });
  const run = runAction({
    environment: environment(hosted, temp, false),
    job,
    connect: () => Promise.reject(new Error('down')),
  });
  await expect(run).rejects.toThrow('down');
  expect(job.outputs.get('verdict')).toBe('pass');
  expect(job.outputs.get('monthly-delta')).toBe('0');
  rmSync(temp, { recursive: true });
});

test.each([
  ['of the repository, once', false, 1],
  ['of a fork, never', true, 0],
])('modules are fetched by the input for a pull request %s', async (_, fork, requests) => {
  await using server = await loopbackServer((_request, response) => response.writeHead(404).end());
  const config = `version: 1\nmodules:\n  hosts: ["${server.host}"]\n`;
  const call = `module "m" {\n  source = "https://${server.host}/m.zip"\n}\n`;
  using hosted = hostPullRequest({ 'tollgate.yml': config }, { 'main.tf': call });
  const temp = mkdtempSync(join(tmpdir(), 'tollgate-action-'));
  const job = memoryJob({ 'fetch-modules': 'true' });
  const host = { environment: environment(hosted, temp, fork), job, variables: {} };
  await runAction({ ...host, connect: () => Promise.reject(new Error('there is no token')) });
  expect(server.seen).toHaveLength(requests);
  expect(job.summaries.join('')).toContain(fork ? 'for a pull request from a fork' : 'HTTP 404');
  rmSync(temp, { recursive: true });
});
