import { describe, expect, test } from 'vitest';

import { parseEvent } from './event.ts';

const base = 'a'.repeat(40);
const head = 'b'.repeat(40);
const merge = 'c'.repeat(40);
const zeros = '0'.repeat(40);
const repository = { default_branch: 'main' };

function pull(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    number: 7,
    draft: false,
    merge_commit_sha: merge,
    base: { sha: base, repo: { full_name: 'acme/shop' } },
    head: { sha: head, repo: { full_name: 'acme/shop' } },
    ...over,
  };
}

describe('events', () => {
  test.each([
    [
      'pull_request',
      { action: 'opened', pull_request: pull(), repository },
      {
        kind: 'pull-request',
        pullNumber: 7,
        baseSha: base,
        headSha: head,
        mergeSha: merge,
        fork: false,
        draft: false,
        defaultBranch: 'main',
      },
    ],
    [
      'pull_request_target',
      { action: 'synchronize', pull_request: pull({ merge_commit_sha: null, draft: true }) },
      { kind: 'pull-request', pullNumber: 7, baseSha: base, headSha: head, fork: false, draft: true },
    ],
    [
      'merge_group',
      { merge_group: { base_sha: base, head_sha: head } },
      { kind: 'merge-group', baseSha: base, headSha: head, fork: false, draft: false },
    ],
    [
      'push',
      { before: base, after: head },
      { kind: 'push', baseSha: base, headSha: head, fork: false, draft: false },
    ],
    [
      'push',
      { before: zeros, after: head, repository },
      { kind: 'push', headSha: head, fork: false, draft: false, defaultBranch: 'main' },
    ],
    [
      'push',
      { deleted: true, before: head, after: zeros },
      { kind: 'nothing', reason: 'The branch was deleted.' },
    ],
    [
      'workflow_dispatch',
      { inputs: null, repository },
      { kind: 'manual', headSha: merge, fork: false, draft: false, defaultBranch: 'main' },
    ],
    [
      'pull_request',
      { action: 'closed', pull_request: pull() },
      { kind: 'nothing', reason: 'The pull request is closed.' },
    ],
  ])('%s %#', (name, payload, expected) => {
    expect(parseEvent({ name, sha: merge, payload })).toEqual(expected);
  });

  test.each([
    ['another repository', { head: { sha: head, repo: { full_name: 'mallory/shop' } } }],
    ['a deleted repository', { head: { sha: head, repo: null } }],
    ['an untold repository', { base: { sha: base }, head: { sha: head } }],
  ])('a head in %s is a fork', (_name, over) => {
    expect(
      parseEvent({ name: 'pull_request', sha: merge, payload: { pull_request: pull(over) } }),
    ).toMatchObject({ fork: true });
  });

  test.each([
    [
      'pull_request',
      { pull_request: pull({ head: { sha: '--upload-pack=x', repo: null } }) },
      'pull_request.head.sha',
    ],
    ['pull_request', { pull_request: pull({ number: '7' }) }, 'pull_request.number'],
    ['pull_request', { pull_request: pull({ number: 1e300 }) }, 'pull_request.number'],
    ['pull_request', { pull_request: pull({ draft: 'no' }) }, 'pull_request.draft'],
    ['pull_request', {}, 'pull_request.number'],
    ['pull_request', null, 'pull_request.number'],
    ['pull_request', JSON.parse('{"__proto__":{"pull_request":{"number":1}}}'), 'pull_request.number'],
    ['merge_group', { merge_group: [] }, 'merge_group.base_sha'],
    ['push', { before: base, after: [head] }, 'after'],
    [
      'push',
      { before: base, after: head, repository: { default_branch: '-x' } },
      'repository.default_branch',
    ],
    [
      'push',
      { before: base, after: head, repository: { default_branch: 'a^{/x}' } },
      'repository.default_branch',
    ],
  ])('%s with a hostile payload names the field %#', (name, payload: unknown, field) => {
    expect(() => parseEvent({ name, sha: merge, payload })).toThrow(`"${field}"`);
  });

  test("an event without anything to compare is the user's to fix", () => {
    expect(() => parseEvent({ name: 'issues', sha: merge, payload: {} })).toThrow(
      'cannot check the event "issues"',
    );
  });

  test('GITHUB_SHA must be a commit id', () => {
    expect(() => parseEvent({ name: 'workflow_dispatch', sha: 'HEAD', payload: {} })).toThrow('"sha"');
  });
});
