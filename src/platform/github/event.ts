import { UserError } from '../../lib/errors.ts';
import { type PayloadReader, payloadReader, required } from './payload.ts';

/** What started the run, reduced to what the gate needs. */
export interface GateEvent {
  readonly kind: 'pull-request' | 'merge-group' | 'push' | 'manual';
  /** Set for a pull request only. */
  readonly pullNumber?: number;
  /** Base as the event tells it; undefined when it tells none (new branch, manual run). */
  readonly baseSha?: string;
  /** The commit that reports belong to: for a pull request the head of its branch. */
  readonly headSha: string;
  /** What would be merged: GitHub's test merge commit, when the event tells one. */
  readonly mergeSha?: string;
  /** Code of a fork: the token can read only. */
  readonly fork: boolean;
  readonly draft: boolean;
  readonly defaultBranch?: string;
}

/** There is nothing to check, and why. */
export interface NoEvent {
  readonly kind: 'nothing';
  readonly reason: string;
}

export interface EventInput {
  /** GITHUB_EVENT_NAME */
  readonly name: string;
  /** GITHUB_SHA */
  readonly sha: string;
  readonly payload: unknown;
}

const supported =
  'pull_request, pull_request_review, pull_request_target, merge_group, push, workflow_dispatch and schedule';

/**
 * What an event asks to be checked. Fields: https://docs.github.com/webhooks/webhook-events-and-payloads; meaning of
 * GITHUB_SHA: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows.
 * Throws PlatformError on a payload that is not GitHub's, UserError on an event that has nothing to compare.
 */
export function parseEvent({ name, sha, payload }: EventInput): GateEvent | NoEvent {
  const read = payloadReader(payload);
  switch (name) {
    case 'pull_request':
    case 'pull_request_review':
      return pullRequest(read, required(payloadReader({ sha }).commit('sha'), 'GITHUB_SHA'));
    case 'pull_request_target':
      // GITHUB_SHA is of the default branch here; the payload's merge commit may be of an earlier push.
      return pullRequest(read, read.commit('pull_request.merge_commit_sha'));
    case 'merge_group':
      return {
        kind: 'merge-group',
        baseSha: required(read.commit('merge_group.base_sha'), 'merge_group.base_sha'),
        headSha: required(read.commit('merge_group.head_sha'), 'merge_group.head_sha'),
        fork: false,
        draft: false,
      };
    case 'push':
      return push(read);
    case 'workflow_dispatch':
    case 'schedule':
      return {
        kind: 'manual',
        headSha: required(payloadReader({ sha }).commit('sha'), 'GITHUB_SHA'),
        ...defaultBranch(read),
        fork: false,
        draft: false,
      };
    default:
      throw new UserError(`Tollgate cannot check the event "${name}".`, {
        hint: `It runs on ${supported}.`,
      });
  }
}

function pullRequest(read: PayloadReader, mergeSha: string | undefined): GateEvent | NoEvent {
  const action = read.name('action');
  if (action === 'closed') return { kind: 'nothing', reason: 'The pull request is closed.' };
  const headRepository = read.name('pull_request.head.repo.full_name');
  return {
    kind: 'pull-request',
    pullNumber: required(read.integer('pull_request.number'), 'pull_request.number'),
    baseSha: required(read.commit('pull_request.base.sha'), 'pull_request.base.sha'),
    headSha: required(read.commit('pull_request.head.sha'), 'pull_request.head.sha'),
    ...(mergeSha === undefined ? {} : { mergeSha }),
    // The head repository is null when the fork was deleted.
    fork: headRepository === undefined || headRepository !== read.name('pull_request.base.repo.full_name'),
    draft: read.flag('pull_request.draft') ?? false,
    ...defaultBranch(read),
  };
}

function push(read: PayloadReader): GateEvent | NoEvent {
  if (read.flag('deleted') === true) return { kind: 'nothing', reason: 'The branch was deleted.' };
  const before = required(read.commit('before'), 'before');
  return {
    kind: 'push',
    // All zeros: the branch is new.
    ...(/^0+$/.test(before) ? {} : { baseSha: before }),
    headSha: required(read.commit('after'), 'after'),
    ...defaultBranch(read),
    fork: false,
    draft: false,
  };
}

function defaultBranch(read: PayloadReader): { defaultBranch?: string } {
  const branch = read.name('repository.default_branch');
  return branch === undefined ? {} : { defaultBranch: branch };
}
