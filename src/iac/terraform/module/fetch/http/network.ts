import { VERSION } from '../../../../../model/version.ts';
import { FetchProblem } from '../fetch-problem.ts';
import { FETCH_LIMITS, type FetchLimits } from '../limits.ts';
import { authorization, type Scheme } from './credentials.ts';
import { mayAsk, type FetchPermission } from './permission.ts';
import { readBody } from './read-body.ts';

/** One request. */
export interface Question {
  readonly url: string;
  readonly scheme: Scheme;
  readonly headers?: Readonly<Record<string, string>>;
  /** Given: the request is a POST. */
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Bytes that the answer may have. */
  readonly limit: number;
}

/** An answer whose status is no redirect. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Where it came from in the end. */
  readonly url: URL;
}

/** Forges tell clients of git by this beginning. */
const AGENT = `git/tollgate-${VERSION}`;

/**
 * The only way to the network: HTTPS to hosts of the list, also after each redirect; tokens go to the first origin and no
 * other; time, sizes and numbers are capped for one request and for all. Throws FetchProblem.
 */
export class Network {
  readonly #permission: FetchPermission;
  readonly #limits: FetchLimits;
  readonly #deadline: number;
  #requests = 0;
  #bytes = 0;

  constructor(permission: FetchPermission, limits: FetchLimits = FETCH_LIMITS) {
    this.#permission = permission;
    this.#limits = limits;
    this.#deadline = performance.now() + limits.time;
  }

  /** Sends a request and reads its answer to the end, whatever its status. */
  async ask(question: Question): Promise<Answer> {
    const first = new URL(question.url);
    let url = first;
    for (let hops = 0; hops <= this.#limits.redirects; hops++) {
      const response = await this.#send(url, url.origin === first.origin, question);
      const location = response.headers.get('location');
      const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
      if (!isRedirect) return this.#read(url, response, question.limit);
      await response.body?.cancel();
      url = redirected(url, location);
    }
    throw new FetchProblem(`${first.host} redirects more than ${this.#limits.redirects} times.`);
  }

  async #send(url: URL, isFirstOrigin: boolean, question: Question): Promise<Response> {
    const { body, scheme } = question;
    this.#checkAddress(url);
    const left = this.#deadline - performance.now();
    if (left <= 0 || ++this.#requests > this.#limits.requests) {
      throw new FetchProblem('The time or the number of requests that modules may take is used up.');
    }
    const token = isFirstOrigin ? authorization(this.#permission, url, scheme) : undefined;
    try {
      return await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...question.headers,
          'user-agent': AGENT,
          ...(token === undefined ? {} : { authorization: token }),
        },
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(Math.ceil(Math.min(left, this.#limits.request))),
      });
    } catch (error) {
      throw unreachable(url, error);
    }
  }

  #checkAddress(url: URL): void {
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
      throw new FetchProblem(`${url.host} leads to an address that is not plain HTTPS.`);
    }
    if (mayAsk(this.#permission, url)) return;
    throw new FetchProblem(
      `The host ${url.host} is not among those that modules may be fetched from.`,
      'Add it to "modules.hosts" of the configuration on the base branch.',
    );
  }

  async #read(url: URL, response: Response, limit: number): Promise<Answer> {
    const most = Math.min(limit, this.#limits.total - this.#bytes);
    try {
      const body = await readBody(response, most);
      this.#bytes += body.length;
      return { status: response.status, headers: response.headers, body, url };
    } catch (error) {
      if (error instanceof FetchProblem) throw new FetchProblem(`${url.host}: ${error.message}`, error.hint);
      throw unreachable(url, error);
    }
  }
}

function redirected(from: URL, location: string): URL {
  if (URL.canParse(location, from.href)) return new URL(location, from);
  throw new FetchProblem(`${from.host} redirects to an address that cannot be understood.`);
}

/** What the system says of a failed request; the cause names the reason, and no header. */
function unreachable(url: URL, error: unknown): FetchProblem {
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  if (isLate) return new FetchProblem(`${url.host} did not answer in time.`);
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new FetchProblem(
    `${url.host} could not be reached or broke off${code}.`,
    'Behind a proxy or an authority of your own, set NODE_USE_ENV_PROXY=1 or NODE_EXTRA_CA_CERTS.',
  );
}
