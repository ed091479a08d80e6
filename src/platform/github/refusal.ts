/** What GitHub answered when it did not do what was asked. */
export interface Refusal {
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  readonly message: string;
}

/** The refusal in an error thrown by the client; undefined when the error is something else: a fault of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  const answered = 'response' in error && error.response !== undefined;
  return { status: answered ? error.status : 0, message: firstLine(error.message) };
}

/**
 * One or two sentences: what GitHub answered and what to do about it. `permission` is what the request needs in the
 * words of a workflow file, such as `pull-requests: write`.
 * Status codes: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function explainRefusal(refusal: Refusal, action: string, permission: string): string {
  const answer = refusal.status === 0 ? 'no answer' : `${refusal.status}`;
  const said = `GitHub did not ${action} (${answer}: ${refusal.message}).`;
  const advice = adviceFor(refusal, permission);
  return advice === '' ? said : `${said} ${advice}`;
}

function adviceFor({ status, message }: Refusal, permission: string): string {
  if (/locked/i.test(message)) return 'The conversation is locked.';
  if (status === 429 || /rate limit/i.test(message)) return 'The rate limit is used up: run again later.';
  if (status === 401) return 'The token is not valid, or not any more.';
  if (status === 403 || status === 404) {
    return `The token needs "${permission}" under permissions in the workflow; pull requests from forks get read access only.`;
  }
  if (status === 0 || status >= 500) return 'GitHub or the network failed: run again later.';
  return '';
}

function firstLine(message: string): string {
  const line = (message.split('\n', 1)[0] ?? '').replace(/ - https:\/\/docs\.github\.com\S*$/, '');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
