import { expect, test } from 'vitest';

import { connectPlainly } from '../../../test/fake-github/connect.ts';
import { startFakeGitHub } from '../../../test/fake-github/server.ts';
import { type FakeRepository, fakeRepository } from '../../../test/fake-github/state.ts';
import type { Annotation } from '../../model/annotation.ts';
import type { CheckRequest, PublishOutcome } from '../port.ts';
import { publishCheck } from './check-run.ts';

const note: Annotation = {
  path: 'main.tf',
  startLine: 3,
  endLine: 3,
  startColumn: 1,
  endColumn: 9,
  level: 'failure',
  title: 'Required tags',
  message: 'The tag "team" is missing.',
};

function request(over: Partial<CheckRequest> = {}): CheckRequest {
  return {
    name: 'Tollgate',
    headSha: 'b'.repeat(40),
    conclusion: 'failure',
    title: 'Blocked',
    summary: 'Why.',
    annotations: [note],
    ...over,
  };
}

async function publish(
  repository: FakeRepository,
  check: CheckRequest,
): Promise<{ outcome: PublishOutcome; violations: readonly string[] }> {
  await using github = await startFakeGitHub(repository);
  const outcome = await publishCheck(connectPlainly(github, repository), check);
  return { outcome, violations: github.violations };
}

test('a check run holds the verdict and its annotations', async () => {
  const repository = fakeRepository();
  const { outcome, violations } = await publish(repository, request());
  expect(violations).toEqual([]);
  expect(outcome).toEqual({ state: 'created', url: 'https://github.com/acme/shop/runs/100000' });
  expect(repository.checkRuns).toEqual([
    {
      id: 100_000,
      name: 'Tollgate',
      headSha: 'b'.repeat(40),
      conclusion: 'failure',
      title: 'Blocked',
      summary: 'Why.',
      annotations: [
        {
          path: 'main.tf',
          start_line: 3,
          end_line: 3,
          start_column: 1,
          end_column: 9,
          annotation_level: 'failure',
          title: 'Required tags',
          message: 'The tag "team" is missing.',
        },
      ],
    },
  ]);
});

test.each([
  [0, 0, 1],
  [50, 50, 1],
  [51, 51, 2],
  [500, 500, 10],
  [501, 500, 10],
])('%d annotations: %d are sent in %d requests', async (given, sent, requests) => {
  const repository = fakeRepository();
  await using github = await startFakeGitHub(repository);
  const annotations = Array.from({ length: given }, (_, index) => ({ ...note, message: `Finding ${index}` }));
  await publishCheck(connectPlainly(github, repository), request({ annotations }));
  expect(github.violations).toEqual([]);
  expect(github.requests).toHaveLength(requests);
  const [run] = repository.checkRuns;
  expect(run?.annotations.map(({ message }) => message)).toEqual(
    annotations.slice(0, sent).map(({ message }) => message),
  );
  expect(run?.summary).toBe(
    given > sent ? `Why.\n\n${given - sent} more annotations are not shown here.` : 'Why.',
  );
});

test('texts are cut to the limits, and columns go where lines differ', async () => {
  const repository = fakeRepository();
  const long = '😀'.repeat(70_000);
  const { outcome, violations } = await publish(
    repository,
    request({
      title: long,
      summary: long,
      annotations: [{ ...note, endLine: 4, title: long, message: long }],
    }),
  );
  expect(violations).toEqual([]);
  expect(outcome.state).toBe('created');
  const annotation = repository.checkRuns[0]?.annotations[0];
  expect(annotation).not.toHaveProperty('start_column');
  expect(annotation?.['title']).toBe(`${'😀'.repeat(127)}…`);
});

test.each([
  ['a read-only token', { readOnly: true }, '"checks: write"'],
  [
    'a failure in between',
    { faults: [{ request: 'PATCH', status: 500, message: 'Oops' }] },
    'take annotation 51 and later ones',
  ],
])('%s denies, and says why', async (_name, over, reason) => {
  const { outcome } = await publish(
    fakeRepository(over),
    request({ annotations: Array.from({ length: 60 }, () => note) }),
  );
  expect(outcome).toEqual({ state: 'denied', reason: expect.stringContaining(reason) as string });
});
