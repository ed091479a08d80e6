import { readFileSync, statSync } from 'node:fs';

import { PlatformError, UserError } from '../../lib/errors.ts';
import { type GateEvent, type NoEvent, parseEvent } from './event.ts';

/** Where the run happens, as the runner tells it. */
export interface Environment {
  readonly event: GateEvent | NoEvent;
  /** `owner/name` */
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Absolute path of a folder that goes with the job. */
  readonly temp: string;
  readonly runUrl: string;
}

/** GitHub sends at most 25 MB: https://docs.github.com/webhooks/webhook-events-and-payloads#payload-cap */
const maxEventBytes = 32 * 1024 * 1024;

/**
 * Reads the runner's variables (https://docs.github.com/actions/reference/workflows-and-actions/variables) and the
 * event file. Throws UserError outside of GitHub Actions, PlatformError on a broken event.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const need = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') throw notInActions(name);
    return value;
  };
  const repository = need('GITHUB_REPOSITORY');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw notInActions('GITHUB_REPOSITORY');
  const serverUrl = url(env['GITHUB_SERVER_URL'], 'https://github.com');
  return {
    event: parseEvent({
      name: need('GITHUB_EVENT_NAME'),
      sha: need('GITHUB_SHA'),
      payload: readEventFile(need('GITHUB_EVENT_PATH')),
    }),
    repository,
    apiUrl: url(env['GITHUB_API_URL'], 'https://api.github.com'),
    serverUrl,
    workspace: need('GITHUB_WORKSPACE'),
    temp: need('RUNNER_TEMP'),
    runUrl: `${serverUrl}/${repository}/actions/runs/${need('GITHUB_RUN_ID')}`,
  };
}

function readEventFile(path: string): unknown {
  try {
    if (statSync(path).size > maxEventBytes) throw new Error('it is larger than 32 MB');
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new PlatformError(`The event file cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function url(value: string | undefined, fallback: string): string {
  const text = value === undefined || value === '' ? fallback : value.replace(/\/+$/, '');
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new PlatformError(`"${text}" is not the address of a GitHub server.`);
  }
  return text;
}

function notInActions(name: string): UserError {
  return new UserError(`${name} is not set as GitHub Actions sets it.`, {
    hint: 'The action runs on GitHub Actions only. Elsewhere use the command line: tollgate check.',
  });
}
