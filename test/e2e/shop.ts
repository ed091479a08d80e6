import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.ts';
import { type FakeRepository, fakeRepository } from '../fake-github/state.ts';
import type { RunnerEvent } from '../host/events.ts';
import { type HostedPullRequest, hostPullRequest } from '../host/pull-request.ts';
import { type ActionResult, runAction } from '../host/run-action.ts';

const main = {
  'tollgate.yml': `version: 1
policies:
  required_tags:
    level: hard
    keys:
      - key: owner
comment:
  when: changes
`,
  'main.tf': `provider "aws" {
  region = "us-east-1"
}
`,
};

/**
 * What the server below costs a month in us-east-1: 730 hours of m5.large at 0.096, and the 8 GB of gp2 at 0.10 that its
 * image brings.
 */
export const serverCost = '70.88';

/** A pull request that adds a server, with the tag that policy asks for or without. */
export const tagged = { 'server.tf': server('  tags = { owner = "shop" }\n') };
export const untagged = { 'server.tf': server('') };
/** A pull request that adds a cluster by a module of the registry: nobody here can see what it creates. */
export const remoteModule = {
  'eks.tf': `module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.0.0"
}
`,
};
/** A pull request that adds a queue, whose requests are assumed: up to 100 million, most likely 1 million at 0.40. */
export const assumed = {
  'queue.tf': 'resource "aws_sqs_queue" "orders" {\n  tags = { owner = "shop" }\n}\n',
};
/** What cannot be read as configuration. */
export const brokenConfig = { 'tollgate.yml': 'policies: [\n' };
/** A pull request that touches nothing that costs. */
export const unrelated = { 'README.md': 'A shop.\n' };

function server(tags: string): string {
  return `resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
${tags}}
`;
}

/** Git's hosting and GitHub's API for one pull request, and the action run on it. */
export interface Scenario extends AsyncDisposable {
  readonly hosted: HostedPullRequest;
  readonly github: FakeGitHub;
  readonly repository: FakeRepository;
  run(event: RunnerEvent, options?: RunOptions): Promise<ActionResult>;
}

interface RunOptions {
  readonly with?: Readonly<Record<string, string>>;
  /** Default: a checkout of depth 1 of GITHUB_SHA. */
  readonly workspace?: string;
}

export async function pullRequest(
  change: Readonly<Record<string, string>>,
  over: Partial<FakeRepository> = {},
  before: Readonly<Record<string, string>> = {},
): Promise<Scenario> {
  const hosted = hostPullRequest({ ...main, ...before }, change, { 'docs.md': 'Merged meanwhile.\n' });
  const repository = fakeRepository({ headSha: hosted.head, ...over });
  const github = await startFakeGitHub(repository);
  return {
    hosted,
    github,
    repository,
    run: (event, options = {}) =>
      runAction({
        ...event,
        workspace: options.workspace ?? hosted.checkout(event.sha),
        api: github.url,
        token: repository.token,
        with: options.with ?? {},
      }),
    async [Symbol.asyncDispose]() {
      hosted[Symbol.dispose]();
      await github[Symbol.asyncDispose]();
    },
  };
}
