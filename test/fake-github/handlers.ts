import { checkAnswer, commentAnswer, pullAnswer } from './answers.ts';
import type { Match } from './contract.ts';
import { type FakeRepository, plant } from './state.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  readonly base: string;
  readonly match: Match;
  readonly query: URLSearchParams;
  /** Valid by the contract when a handler sees it. */
  readonly body: Readonly<Record<string, unknown>>;
}

const notFound: Answer = { status: 404, body: { message: 'Not Found' } };

/** What GitHub does and answers for a valid request. */
export function handle(repository: FakeRepository, call: Call): Answer {
  const { owner, repo, issue_number: issue, pull_number: pull } = call.match.path;
  if (`${owner ?? ''}/${repo ?? ''}` !== repository.fullName) return notFound;
  if ((issue ?? pull ?? `${repository.pullNumber}`) !== `${repository.pullNumber}`) return notFound;
  const isWrite = !call.match.operation.startsWith('get ');
  if (isWrite && repository.readOnly) {
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  }
  if (isWrite && repository.locked && call.match.operation.includes('/comments')) {
    return { status: 403, body: { message: 'Unable to create comment because issue is locked.' } };
  }
  return handlers[call.match.operation]?.(repository, call) ?? notFound;
}

const handlers: Readonly<Record<string, (repository: FakeRepository, call: Call) => Answer>> = {
  'get /repos/{owner}/{repo}/pulls/{pull_number}': (repository) => ok(pullAnswer(repository)),
  'get /repos/{owner}/{repo}/issues/{issue_number}/comments': listComments,
  'post /repos/{owner}/{repo}/issues/{issue_number}/comments': (repository, { base, body }) => {
    repository.beforeCreate?.(repository);
    return created(
      commentAnswer(base, repository, plant(repository, repository.login, String(body['body']))),
    );
  },
  'patch /repos/{owner}/{repo}/issues/comments/{comment_id}': (repository, { base, match, body }) => {
    const comment = repository.comments.find(({ id }) => `${id}` === match.path['comment_id']);
    if (comment === undefined) return notFound;
    comment.body = String(body['body']);
    return ok(commentAnswer(base, repository, comment));
  },
  'delete /repos/{owner}/{repo}/issues/comments/{comment_id}': (repository, { match }) => {
    const index = repository.comments.findIndex(({ id }) => `${id}` === match.path['comment_id']);
    if (index === -1) return notFound;
    repository.comments.splice(index, 1);
    return { status: 204 };
  },
  'post /repos/{owner}/{repo}/check-runs': (repository, { base, body }) => {
    const run = {
      id: repository.nextId++,
      name: String(body['name']),
      headSha: String(body['head_sha']),
      conclusion: '',
      title: '',
      summary: '',
      annotations: [],
    };
    repository.checkRuns.push(run);
    writeOutput(run, body);
    return created(checkAnswer(base, repository, run));
  },
  'patch /repos/{owner}/{repo}/check-runs/{check_run_id}': (repository, { base, match, body }) => {
    const run = repository.checkRuns.find(({ id }) => `${id}` === match.path['check_run_id']);
    if (run === undefined) return notFound;
    writeOutput(run, body);
    return ok(checkAnswer(base, repository, run));
  },
};

function listComments(repository: FakeRepository, { base, match, query }: Call): Answer {
  const size = Number(query.get('per_page') ?? '30');
  const page = Number(query.get('page') ?? '1');
  const shown = repository.comments.slice((page - 1) * size, page * size);
  const { owner = '', repo = '', issue_number: issue = '' } = match.path;
  const next = `${base}/repos/${owner}/${repo}/issues/${issue}/comments?per_page=${size}&page=${page + 1}`;
  const more = page * size < repository.comments.length;
  return {
    status: 200,
    body: shown.map((comment) => commentAnswer(base, repository, comment)),
    ...(more ? { headers: { link: `<${next}>; rel="next"` } } : {}),
  };
}

function writeOutput(
  run: FakeRepository['checkRuns'][number],
  body: Readonly<Record<string, unknown>>,
): void {
  const output = body['output'] as {
    title: string;
    summary: string;
    annotations?: Record<string, unknown>[];
  };
  run.conclusion = String(body['conclusion']);
  run.title = output.title;
  run.summary = output.summary;
  run.annotations.push(...(output.annotations ?? []));
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function created(body: unknown): Answer {
  return { status: 201, body };
}
