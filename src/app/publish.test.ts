import { expect, test } from 'vitest';

import { at, finding, result } from '../../test/golden/render/build.ts';
import { memoryForge, memoryJob } from '../platform/memory.ts';
import { type Publication, publish } from './publish.ts';

const headSha = 'b'.repeat(40);
const blocked = result({
  verdict: { state: 'fail', reasons: [] },
  findings: [finding({ policyId: 'required-tags', message: 'No owner.', source: at('main.tf', 3) })],
});
const annotation = { path: 'main.tf', startLine: 3, level: 'failure' };

function publication(over: Partial<Publication> = {}): Publication {
  return {
    context: { headSha, toolVersion: '1.2.3' },
    comment: {
      pullNumber: 7,
      key: 'default',
      when: { create: true, update: true, reason: 'the gate does not pass' },
    },
    checkName: 'Tollgate verdict',
    readOnly: false,
    ...over,
  };
}

test('the comment, the check run and the summary tell the same', async () => {
  const forge = memoryForge();
  const job = memoryJob();
  expect(await publish(blocked, publication(), forge, job)).toEqual({
    comment: { state: 'created' },
    check: { state: 'created' },
  });
  const comment = forge.comments.get('default');
  expect(comment).toMatchObject({ pullNumber: 7, headSha, create: true });
  expect(comment?.body).toContain('No owner.');
  expect(forge.checks).toMatchObject([
    { name: 'Tollgate verdict', headSha, conclusion: 'failure', annotations: [annotation] },
  ]);
  expect(job.summaries).toEqual([comment?.body]);
  expect(job.annotations).toEqual([]);
});

test('without a check run the remarks beside the code come from the job', async () => {
  const job = memoryJob();
  const published = await publish(blocked, publication({ checkName: undefined }), memoryForge(), job);
  expect(published.check).toBeUndefined();
  expect(job.annotations).toMatchObject([annotation]);
});

test.each([
  [true, 'notice'],
  [false, 'warning'],
])('a refusal is told (read-only: %s, %s), and the job holds all', async (readOnly, level) => {
  const job = memoryJob();
  await publish(blocked, publication({ readOnly }), memoryForge({ denied: 'No.' }), job);
  expect(job.annotations).toMatchObject([annotation]);
  expect(job.summaries[0]).toContain('No owner.');
  expect(job.remarks.slice(1)).toEqual([
    `${level}: Comment: No. The report is in the job summary.`,
    `${level}: Check run: No. The report is in the job summary.`,
  ]);
});

test('without a job summary the report is in the log', async () => {
  const job = {
    ...memoryJob(),
    summarize: () => Promise.resolve({ state: 'denied', reason: 'No.' } as const),
  };
  await publish(blocked, publication({ readOnly: true }), memoryForge({ denied: 'No.' }), job);
  expect(job.remarks).toEqual([
    'warning: Job summary: No. The report is in the log.',
    'notice: Comment: No. The report is in the log.',
    'notice: Check run: No. The report is in the log.',
  ]);
});

test('a comment that is switched off is not touched', async () => {
  const forge = memoryForge();
  const comment = {
    pullNumber: 7,
    key: 'default',
    when: { create: false, update: false, reason: 'comments are switched off' },
  };
  const published = await publish(blocked, publication({ comment }), forge, memoryJob());
  expect(published.comment).toEqual({ state: 'skipped', reason: 'comments are switched off' });
  expect(forge.comments.size).toBe(0);
});

test('without a forge there is the job alone', async () => {
  const job = memoryJob();
  const published = await publish(blocked, publication(), undefined, job);
  expect(published).toEqual({ comment: undefined, check: undefined });
  expect(job.annotations).toMatchObject([annotation]);
  expect(job.remarks.at(-1)).toBe('notice: No token: the report is in the job summary only.');
});
