import type { FakeCheckRun, FakeComment, FakeRepository } from './state.ts';

/** A comment as GitHub shows it. */
export function commentAnswer(base: string, repository: FakeRepository, comment: FakeComment): object {
  const api = `${base}/repos/${repository.fullName}/issues`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${api}/comments/${comment.id}`,
    html_url: `https://github.com/${repository.fullName}/pull/${repository.pullNumber}#issuecomment-${comment.id}`,
    issue_url: `${api}/${repository.pullNumber}`,
    body: comment.body,
    user: user(comment.login),
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    author_association: 'NONE',
  };
}

/** The part of a pull request that the product reads, as GitHub shows it. */
export function pullAnswer(repository: FakeRepository): object {
  return { number: repository.pullNumber, state: 'open', head: { sha: repository.headSha } };
}

/** A check run as GitHub shows it. */
export function checkAnswer(base: string, repository: FakeRepository, run: FakeCheckRun): object {
  const url = `${base}/repos/${repository.fullName}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: run.headSha,
    name: run.name,
    url,
    html_url: `https://github.com/${repository.fullName}/runs/${run.id}`,
    details_url: null,
    external_id: null,
    status: 'completed',
    conclusion: run.conclusion,
    started_at: '2026-01-01T00:00:00Z',
    completed_at: '2026-01-01T00:00:00Z',
    check_suite: { id: 1 },
    app: null,
    pull_requests: [],
    output: {
      title: run.title,
      summary: run.summary,
      text: null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
  };
}

function user(login: string): object {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`;
  const lists = ['followers', 'following', 'gists', 'starred', 'subscriptions', 'organizations', 'repos'];
  return {
    id: 1,
    node_id: 'U_1',
    login,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
    gravatar_id: '',
    avatar_url: url,
    html_url: url,
    url,
    events_url: url,
    received_events_url: url,
    ...Object.fromEntries(lists.map((list) => [`${list}_url`, url])),
  };
}
