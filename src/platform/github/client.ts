import type { GitHub } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';

type Client = InstanceType<typeof GitHub>;

/** A repository and a client that may talk to it. */
export interface Connection {
  readonly client: Client;
  readonly owner: string;
  readonly repo: string;
}

export interface ConnectOptions {
  readonly token: string;
  /** `owner/name`, as in GITHUB_REPOSITORY. */
  readonly repository: string;
  /** Such as `https://api.github.com`; another on GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Called with one line when a request is repeated. */
  readonly notice: (message: string) => void;
  /** Milliseconds that count as one second of waiting between repeated requests; 1000 unless told otherwise. */
  readonly second?: number;
}

/** Longer waits cost more runner time than a comment is worth. */
const longestWaitSeconds = 90;
const limitRetries = 2;
const requestTimeoutMs = 30_000;
/** Answers that stay the same when asked again; 429 is here because the throttling plugin waits as long as it says. */
const refusals = [400, 401, 403, 404, 410, 422, 429, 451];

/**
 * Connects to GitHub. Server errors are repeated three times; rate limits are waited for, up to 90 seconds, as
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api asks. The token goes to
 * `apiUrl` and nowhere else.
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  // Loaded late: importing it reads the event file, which must have been checked before.
  const { getOctokit } = await import('@actions/github');
  const [owner = '', repo = ''] = options.repository.split('/');
  const whenLimited = (seconds: number, _request: unknown, _client: unknown, tries: number): boolean => {
    const again = tries < limitRetries && seconds <= longestWaitSeconds;
    options.notice(
      `GitHub's rate limit is reached: ${again ? 'trying again' : 'free again'} in ${seconds} seconds.`,
    );
    return again;
  };
  const second = options.second ?? 1000;
  const client = getOctokit(
    options.token,
    {
      baseUrl: options.apiUrl,
      userAgent: 'tollgate',
      log: silent,
      retry: { retryAfterBaseValue: second, doNotRetry: refusals },
      throttle: {
        onRateLimit: whenLimited,
        onSecondaryRateLimit: whenLimited,
        retryAfterBaseValue: second,
      },
    },
    timeLimit,
    retry,
    throttling,
  );
  return { client, owner, repo };
}

/** Loaded before the other plugins, so that each try has its own time limit. */
function timeLimit(octokit: Pick<Client, 'hook'>): Record<string, never> {
  octokit.hook.before('request', (options) => {
    options.request.signal = AbortSignal.timeout(requestTimeoutMs);
  });
  return {};
}

/** What goes wrong is told by outcomes; Octokit's own lines would show request details in the log. */
const silent = {
  debug: (): void => undefined,
  info: (): void => undefined,
  warn: (): void => undefined,
  error: (): void => undefined,
};
