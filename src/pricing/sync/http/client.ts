import type { IncomingMessage } from 'node:http';
import type { Json } from '../../../lib/json.ts';
import { VERSION } from '../../../model/version.ts';
import { type ListBody, type ListClient, ListProblem } from '../port.ts';
import { bodyOf } from './body.ts';
import { HostHealth } from './host-health.ts';
import { REQUEST_LIMITS, type RequestLimits } from './limits.ts';
import { type Pause, realPause, retryAfter, withRetries } from './retry.ts';
import { send } from './send.ts';

interface Settings {
  readonly limits?: Partial<RequestLimits>;
  readonly pause?: Pause;
}

interface Head {
  readonly url: URL;
  readonly answer: IncomingMessage;
}

/** The way to one service: HTTPS to the host of `base` and to no other. */
export class HttpsClient implements ListClient {
  readonly #base: URL;
  readonly #limits: RequestLimits;
  readonly #pause: Pause;
  readonly #health = new HostHealth();

  constructor(base: string, settings: Settings = {}) {
    this.#base = new URL(base);
    this.#limits = { ...REQUEST_LIMITS, ...settings.limits };
    this.#pause = settings.pause ?? realPause;
  }

  /** See ListClient. An answer that is no JSON, such as a page of HTML, is a ListProblem. */
  json(path: string): Promise<Json> {
    return this.#attempts(async () => {
      const { url, answer } = await this.#ask(path);
      const text = await readText(url, answer, this.#limits.document);
      const value = parsed(text);
      if (value === undefined) throw new ListProblem(`${url.host} answered with something that is not JSON.`);
      this.#health.answered();
      return value;
    });
  }

  /** See ListClient. The list itself is not asked for again: who reads it has used a part of it. */
  open(path: string): Promise<ListBody> {
    return this.#attempts(async () => {
      const { url, answer } = await this.#ask(path);
      const length = Number(answer.headers['content-length'] ?? NaN);
      const isHtml = answer.headers['content-type']?.includes('html') === true;
      if (isHtml) {
        answer.destroy();
        throw new ListProblem(`${url.host} answered with a page of HTML instead of a list.`);
      }
      return {
        chunks: this.#chunks(url, answer),
        length: Number.isSafeInteger(length) ? length : null,
      };
    });
  }

  #attempts<T>(attempt: () => Promise<T>): Promise<T> {
    return withRetries(this.#limits, this.#pause, async () => {
      this.#health.check();
      try {
        return await attempt();
      } catch (error) {
        throw this.#health.failed(error);
      }
    });
  }

  async *#chunks(url: URL, answer: IncomingMessage): AsyncGenerator<Uint8Array> {
    try {
      yield* bodyOf(url, answer, this.#limits.list);
      this.#health.answered();
    } catch (error) {
      throw this.#health.failed(error);
    }
  }

  /** The answer with status 200, after redirects. */
  async #ask(path: string): Promise<Head> {
    let url = this.#address(this.#base, path);
    for (let hops = 0; hops <= this.#limits.redirects; hops++) {
      const answer = await send(url, { 'user-agent': `tollgate/${VERSION}` }, this.#limits);
      const { statusCode: status = 0 } = answer;
      const { location } = answer.headers;
      if (status === 200) return { url, answer };
      if (status < 300 || status >= 400 || location === undefined) throw await this.#refusal(url, answer);
      answer.destroy();
      url = this.#address(url, location);
    }
    throw new ListProblem(`${this.#base.host} redirects more than ${this.#limits.redirects} times.`);
  }

  /** An address of the host; anything else is refused, so that no answer leads elsewhere. */
  #address(from: URL, path: string): URL {
    const url = URL.canParse(path, from.href) ? new URL(path, from) : undefined;
    if (url?.origin === this.#base.origin && url.username === '' && url.password === '') return url;
    throw new ListProblem(`${this.#base.host} leads to another host, or to no address at all.`);
  }

  async #refusal(url: URL, answer: IncomingMessage): Promise<ListProblem> {
    const { statusCode: status = 0, headers } = answer;
    const waitFor = retryAfter(headers);
    const isShort = waitFor === undefined || waitFor <= this.#limits.longestPause;
    return new ListProblem(`${url.host} answered with HTTP ${status}.`, {
      status,
      answer: parsed(await readText(url, answer, this.#limits.document).catch(() => '')),
      isPassing: (status >= 500 || status === 429) && isShort,
      waitFor,
    });
  }
}

async function readText(url: URL, answer: IncomingMessage, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyOf(url, answer, most)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
