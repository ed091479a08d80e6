import { getOctokit } from '@actions/github';

import type { Connection } from '../../src/platform/github/client.ts';
import type { FakeGitHub } from './server.ts';
import type { FakeRepository } from './state.ts';

/** A client without retries and pauses: what is sent is exactly what was asked for. */
export function connectPlainly(github: FakeGitHub, repository: FakeRepository): Connection {
  const [owner = '', repo = ''] = repository.fullName.split('/');
  return { client: getOctokit(repository.token, { baseUrl: github.url }), owner, repo };
}
