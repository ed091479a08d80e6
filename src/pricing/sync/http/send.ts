import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { ListProblem } from '../port.ts';

/**
 * Sends one GET and resolves with the head of the answer. `fetch` is not used: it takes a packed body that was cut off for a
 * whole one. Throws a passing ListProblem when the host cannot be reached or says nothing for `silence` milliseconds.
 */
export function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  silence: number,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const question = request(url, { headers: { ...headers, 'accept-encoding': 'gzip' } }, resolve);
    question.setTimeout(silence, () =>
      question.destroy(new ListProblem(`${url.host} fell silent.`, PASSING)),
    );
    question.on('error', (error) => {
      reject(asProblem(url, error));
    });
    question.end();
  });
}

const PASSING = { isPassing: true } as const;

/** What went wrong on the way, with the code that the system gives and no address. */
export function asProblem(url: URL, error: unknown): ListProblem {
  if (error instanceof ListProblem) return error;
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new ListProblem(`${url.host} could not be reached, or its answer broke off${code}.`, {
    ...PASSING,
    cause: error,
  });
}
