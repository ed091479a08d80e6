import type { CommentRequest, PublishOutcome } from '../port.ts';
import type { Connection } from './client.ts';
import { ownLogin } from './identity.ts';
import { hasMarker, markedBody, saysTheSame } from './marker.ts';
import { explainRefusal, refusalOf } from './refusal.ts';

interface StoredComment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  readonly url: string;
}

/**
 * Creates our comment, or updates it in place (an update notifies nobody). Comments of others are never touched,
 * even when they carry our marker. Nothing is written when the text is the same, or when the pull request has moved
 * on from the analysed head. What GitHub refuses comes back as `denied`: it is not thrown.
 */
export async function upsertComment(to: Connection, request: CommentRequest): Promise<PublishOutcome> {
  try {
    return await upsert(to, request);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return {
      state: 'denied',
      reason: explainRefusal(refusal, 'take the comment', 'pull-requests: write'),
    };
  }
}

async function upsert(to: Connection, request: CommentRequest): Promise<PublishOutcome> {
  const [existing, ...duplicates] = await ownComments(to, request);
  if (existing === undefined && !request.create) {
    return { state: 'skipped', reason: 'There is nothing to say that needs a new comment.' };
  }
  if (existing !== undefined && saysTheSame(existing.body, request.body)) {
    return { state: 'unchanged', url: existing.url };
  }
  const head = await currentHead(to, request.pullNumber);
  if (head !== request.headSha) {
    return {
      state: 'skipped',
      reason: `The pull request has moved on to ${head.slice(0, 12)}: a newer run will comment.`,
    };
  }
  if (existing === undefined) return create(to, request);
  await update(to, existing.id, request);
  await remove(to, duplicates);
  return { state: 'updated', url: existing.url };
}

/**
 * A create is not idempotent: a run beside this one, or a repeated request, may have created one too. The oldest
 * stays, with our text; our later ones go.
 */
async function create(to: Connection, request: CommentRequest): Promise<PublishOutcome> {
  const { data } = await to.client.rest.issues.createComment({
    ...place(to),
    issue_number: request.pullNumber,
    body: markedBody(request),
  });
  const marked = await markedComments(to, request);
  const [oldest, ...later] = marked.filter(({ author }) => author === data.user?.login);
  if (oldest === undefined) return { state: 'created', url: data.html_url };
  if (!saysTheSame(oldest.body, request.body)) await update(to, oldest.id, request);
  await remove(to, later);
  return { state: 'created', url: oldest.url };
}

async function ownComments(to: Connection, request: CommentRequest): Promise<StoredComment[]> {
  const marked = await markedComments(to, request);
  if (marked.length === 0) return [];
  const login = await ownLogin(to);
  return marked.filter(({ author }) => author === login);
}

/** All comments that begin with our marker, by whomever; the oldest first. */
async function markedComments(to: Connection, request: CommentRequest): Promise<StoredComment[]> {
  const { client } = to;
  const found = await client.paginate(
    client.rest.issues.listComments,
    { ...place(to), issue_number: request.pullNumber, per_page: 100 },
    ({ data }) =>
      data
        .filter(({ body }) => hasMarker(body ?? '', request.key))
        .map(({ id, body, user, html_url }) => ({
          id,
          body: body ?? '',
          author: user?.login ?? '',
          url: html_url,
        })),
  );
  return found.sort((a, b) => a.id - b.id);
}

async function currentHead(to: Connection, pullNumber: number): Promise<string> {
  const { data } = await to.client.rest.pulls.get({ ...place(to), pull_number: pullNumber });
  return data.head.sha;
}

async function update(to: Connection, id: number, request: CommentRequest): Promise<void> {
  await to.client.rest.issues.updateComment({ ...place(to), comment_id: id, body: markedBody(request) });
}

async function remove(to: Connection, comments: readonly StoredComment[]): Promise<void> {
  for (const { id } of comments) {
    try {
      await to.client.rest.issues.deleteComment({ ...place(to), comment_id: id });
    } catch (error) {
      // 404: the run beside this one was faster.
      if (refusalOf(error)?.status !== 404) throw error;
    }
  }
}

function place({ owner, repo }: Connection): { owner: string; repo: string } {
  return { owner, repo };
}
