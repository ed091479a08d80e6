import { describe, expect, test } from 'vitest';

import { type HostedPullRequest, hostPullRequest } from '../../../test/host/pull-request.ts';
import { findCommit } from '../../tree/repository.ts';
import { chooseRefs, type EventCommits, type Refs } from './refs.ts';

function host(): HostedPullRequest {
  return hostPullRequest({ 'main.tf': 'a = 1\n' }, { 'change.tf': 'b = 1\n' }, { 'other.tf': 'c = 1\n' });
}

function pull(hosted: HostedPullRequest, over: Partial<EventCommits> = {}): EventCommits {
  return {
    kind: 'pull-request',
    baseSha: hosted.fork,
    headSha: hosted.head,
    mergeSha: hosted.merge,
    ...over,
  };
}

function refsOf(root: string, event: EventCommits, base?: string): Refs {
  const refs = chooseRefs(root, event, base);
  if (refs.kind === 'nothing') throw new Error(refs.reason);
  return refs;
}

describe('a pull request', () => {
  test('is compared as it would be merged, with what it would be merged into', () => {
    using hosted = host();
    const root = hosted.checkout(hosted.merge);
    const refs = refsOf(root, pull(hosted));
    expect(refs).toMatchObject({ base: hosted.base, head: hosted.merge, target: hosted.base });
    expect(refs.notes).toEqual([`fetched the base commit ${hosted.base} and 0 of its files`]);
    expect(findCommit(root, hosted.base)).toBe(hosted.base);
  });

  test('fetches the usage file that the configuration names, and no other file', () => {
    const main = {
      'tollgate.yml': 'version: 1\nusage_file: usage/prod.yml\n',
      'usage/prod.yml': 'version: 0.1\n',
      'other.yml': 'a: 1\n',
    };
    using hosted = hostPullRequest(main, { 'usage/prod.yml': 'version: 0.2\n', 'other.yml': 'a: 2\n' });
    const { notes } = refsOf(hosted.checkout(hosted.merge), pull(hosted));
    expect(notes).toEqual([`fetched the base commit ${hosted.base} and 1 of its files`]);
  });

  test('needs no fetch when the checkout has both', () => {
    using hosted = host();
    expect(refsOf(hosted.checkout(hosted.merge, 2), pull(hosted)).notes).toEqual([]);
  });

  test('is compared as it would be merged when its branch is checked out', () => {
    using hosted = host();
    const refs = refsOf(hosted.checkout(hosted.head), pull(hosted));
    expect(refs).toMatchObject({ base: hosted.base, head: hosted.merge });
  });

  test.each([
    [
      'is of an earlier push',
      ({ origin, base, fork }: HostedPullRequest) =>
        origin.git('commit-tree', '-p', base, '-p', fork, '-m', 'earlier', `${base}^{tree}`),
    ],
    ['is gone', () => 'd'.repeat(40)],
  ])('is compared with where it left the base when the merge commit %s', (_name, mergeSha) => {
    using hosted = host();
    const event = pull(hosted, { baseSha: hosted.base, mergeSha: mergeSha(hosted) });
    const refs = refsOf(hosted.checkout(hosted.base, 0), event);
    expect(refs).toMatchObject({ base: hosted.fork, head: hosted.head, target: hosted.base });
  });

  test('goes by the later base that the event names, when the clone has it', () => {
    using hosted = host();
    const { origin, base } = hosted;
    const later = origin.git('commit-tree', '-p', base, '-m', 'later', `${base}^{tree}`);
    origin.git('update-ref', 'refs/heads/main', later);
    const refs = refsOf(hosted.checkout(hosted.merge, 0), pull(hosted, { baseSha: later }));
    expect(refs).toMatchObject({ base, head: hosted.merge, target: later });
  });

  test('without history says that the base may have moved', () => {
    using hosted = host();
    const event: EventCommits = { kind: 'pull-request', baseSha: hosted.base, headSha: hosted.head };
    const refs = refsOf(hosted.checkout(hosted.head), event);
    expect(refs).toMatchObject({ base: hosted.base, head: hosted.head });
    expect(refs.notes.at(-1)).toContain('no common ancestor');
  });
});

describe('other events', () => {
  test.each(['push', 'merge-group'] as const)('%s compares what it names', (kind) => {
    using hosted = host();
    const event = { kind, baseSha: hosted.fork, headSha: hosted.head };
    expect(refsOf(hosted.checkout(hosted.head), event)).toMatchObject({
      base: hosted.fork,
      head: hosted.head,
    });
  });

  test('a new branch is compared with where it left the default branch', () => {
    using hosted = host();
    const event: EventCommits = { kind: 'push', headSha: hosted.head, defaultBranch: 'main' };
    expect(refsOf(hosted.checkout(hosted.head, 0), event).base).toBe(hosted.fork);
  });

  test.each([
    ['manual', (hosted: HostedPullRequest) => hosted.base],
    ['push', (hosted: HostedPullRequest) => hosted.fork],
  ] as const)('%s of a commit that is on the default branch is nothing to compare', (kind, headOf) => {
    using hosted = host();
    const event: EventCommits = { kind, headSha: headOf(hosted), defaultBranch: 'main' };
    const root = hosted.checkout(event.headSha, 0);
    expect(chooseRefs(root, event, undefined)).toMatchObject({ kind: 'nothing' });
    expect(refsOf(root, event, hosted.head)).toMatchObject({ base: hosted.head, head: event.headSha });
  });

  test('a shallow clone does not tell where a branch left the default branch', () => {
    using hosted = host();
    const event: EventCommits = { kind: 'manual', headSha: hosted.head, defaultBranch: 'main' };
    expect(() => refsOf(hosted.checkout(hosted.head), event)).toThrow('There is nothing to compare with');
  });
});

describe('a given base', () => {
  test.each([
    ['a branch of origin', () => 'main', (hosted: HostedPullRequest) => hosted.base],
    ['a commit id', (hosted: HostedPullRequest) => hosted.fork, (hosted: HostedPullRequest) => hosted.fork],
  ])('may be %s', (_name, given, expected) => {
    using hosted = host();
    const refs = refsOf(hosted.checkout(hosted.merge, 0), pull(hosted), given(hosted));
    expect(refs).toMatchObject({ base: expected(hosted), head: hosted.merge });
  });

  test("that is not there is the user's to fix", () => {
    using hosted = host();
    expect(() => refsOf(hosted.checkout(hosted.merge), pull(hosted), 'nowhere')).toThrow(
      'no commit "nowhere"',
    );
  });
});
