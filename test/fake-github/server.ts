import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { contractProblems, matchOperation } from './contract.ts';
import { type Answer, handle } from './handlers.ts';
import { ruleProblems } from './rules.ts';
import type { FakeRepository } from './state.ts';

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

export interface FakeGitHub extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** What the requests did that GitHub would refuse or ignore. Empty unless the product is wrong. */
  readonly violations: readonly string[];
}

/**
 * A GitHub on the loopback interface with one repository. Every request is held against GitHub's own description
 * and against the rules beside it; one that does not fit is answered with 422 and recorded as a violation.
 */
export async function startFakeGitHub(repository: FakeRepository): Promise<FakeGitHub> {
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await readText(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const method = request.method ?? '';
    const target = new URL(request.url ?? '', base);
    const { answer, problems } = decide(repository, {
      base,
      method,
      target,
      body,
      authorization: request.headers.authorization,
    });
    violations.push(...problems.map((problem) => `${method} ${target.pathname}: ${problem}`));
    requests.push({ method, path: target.pathname + target.search, body, status: answer.status });
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => {
      violations.push(String(error));
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    requests,
    violations,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Incoming {
  readonly base: string;
  readonly method: string;
  readonly target: URL;
  readonly body: unknown;
  readonly authorization: string | undefined;
}

function decide(
  repository: FakeRepository,
  incoming: Incoming,
): { answer: Answer; problems: readonly string[] } {
  const { method, target, body } = incoming;
  if (incoming.authorization !== `token ${repository.token}`) {
    return { answer: { status: 401, body: { message: 'Bad credentials' } }, problems: [] };
  }
  const fault = takeFault(repository, `${method} ${target.pathname}`);
  if (fault !== undefined) return { answer: fault, problems: [] };
  if (method === 'POST' && target.pathname === '/graphql') return viewer(repository, body);
  const match = matchOperation(method, target.pathname);
  if (match === undefined) return refuse(['not an operation that the slice knows']);
  const problems = [
    ...contractProblems(match, target.searchParams, body),
    ...ruleProblems(match.operation, body),
  ];
  if (problems.length > 0) return refuse(problems);
  const call = {
    base: incoming.base,
    match,
    query: target.searchParams,
    body: (body ?? {}) as Record<string, unknown>,
  };
  return { answer: handle(repository, call), problems: [] };
}

function viewer(repository: FakeRepository, body: unknown): { answer: Answer; problems: readonly string[] } {
  const { query } = body as { query?: unknown };
  if (query !== 'query { viewer { login } }') return refuse(['a GraphQL query that the fake does not know']);
  return { answer: { status: 200, body: { data: { viewer: { login: repository.login } } } }, problems: [] };
}

function refuse(problems: readonly string[]): { answer: Answer; problems: readonly string[] } {
  return { answer: { status: 422, body: { message: 'Validation Failed', errors: problems } }, problems };
}

function takeFault(repository: FakeRepository, request: string): Answer | undefined {
  const index = repository.faults.findIndex((fault) => request.startsWith(fault.request));
  const [fault] = index === -1 ? [] : repository.faults.splice(index, 1);
  if (fault === undefined) return undefined;
  return {
    status: fault.status,
    body: { message: fault.message },
    ...(fault.headers === undefined ? {} : { headers: fault.headers }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
