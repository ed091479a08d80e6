import type { HostedPullRequest } from './pull-request.ts';

const zeros = '0'.repeat(40);
const repository = { full_name: 'acme/shop', default_branch: 'main' };

/** An event as the runner gives it. */
export interface RunnerEvent {
  readonly event: string;
  readonly sha: string;
  readonly payload: unknown;
}

/** `pull_request`: GITHUB_SHA is the test merge commit. `over` replaces fields of the pull request. */
export function pullRequestEvent(hosted: HostedPullRequest, over: object = {}): RunnerEvent {
  const payload = { action: 'synchronize', number: 7, repository, pull_request: pullRequest(hosted, over) };
  return { event: 'pull_request', sha: hosted.merge, payload };
}

/** `pull_request_target`: GITHUB_SHA is of the default branch. */
export function pullRequestTargetEvent(hosted: HostedPullRequest): RunnerEvent {
  const { payload } = pullRequestEvent(hosted);
  return { event: 'pull_request_target', sha: hosted.base, payload };
}

/** A pull request whose head lies in somebody else's repository. */
export function forkEvent(hosted: HostedPullRequest): RunnerEvent {
  return pullRequestEvent(hosted, { head: { sha: hosted.head, repo: { full_name: 'contributor/shop' } } });
}

export function mergeGroupEvent(hosted: HostedPullRequest): RunnerEvent {
  const group = { base_sha: hosted.base, head_sha: hosted.merge };
  return { event: 'merge_group', sha: hosted.merge, payload: { merge_group: group, repository } };
}

/** A push to the branch of the pull request; without `before` the branch is new. */
export function pushEvent(hosted: HostedPullRequest, before = zeros): RunnerEvent {
  return {
    event: 'push',
    sha: hosted.head,
    payload: { before, after: hosted.head, deleted: false, repository },
  };
}

export function manualEvent(hosted: HostedPullRequest): RunnerEvent {
  return { event: 'workflow_dispatch', sha: hosted.head, payload: { inputs: {}, repository } };
}

function pullRequest(hosted: HostedPullRequest, over: object): object {
  return {
    number: 7,
    draft: false,
    merge_commit_sha: hosted.merge,
    base: { sha: hosted.fork, repo: { full_name: 'acme/shop' } },
    head: { sha: hosted.head, repo: { full_name: 'acme/shop' } },
    ...over,
  };
}
