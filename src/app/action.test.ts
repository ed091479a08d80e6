import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { hostPullRequest } from '../../test/host/pull-request.ts';
import { memoryJob } from '../platform/memory.ts';
import { runAction } from './action.ts';

test('outputs are set when publishing fails', async () => {
  using hosted = hostPullRequest({ 'main.tf': 'provider "aws" {}\n' }, { 'README.md': 'x\n' });
  const temp = mkdtempSync(join(tmpdir(), 'tollgate-action-'));
  const job = memoryJob({ token: 'ghs_test' });
  const run = runAction({
    environment: {
      event: {
        kind: 'pull-request',
        pullNumber: 7,
        baseSha: hosted.base,
        headSha: hosted.head,
        mergeSha: hosted.merge,
        fork: false,
        draft: false,
      },
      repository: 'acme/shop',
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      workspace: hosted.checkout(hosted.merge),
      temp,
      runUrl: 'https://github.com/acme/shop/actions/runs/1',
    },
    job,
    connect: () => Promise.reject(new Error('down')),
  });
  await expect(run).rejects.toThrow('down');
  expect(job.outputs.get('verdict')).toBe('pass');
  expect(job.outputs.get('monthly-delta')).toBe('0');
  rmSync(temp, { recursive: true });
});
