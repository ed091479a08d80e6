import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { ListProblem } from '../port.ts';
import { type Pace, watch } from './watch.ts';
import { WAY_OUT } from './way-out.ts';

/**
 * Sends one GET and resolves with the head of the answer. `fetch` is not used: it takes a packed body that was cut off for a
 * whole one. Throws a ListProblem when the host cannot be reached, falls silent or is too slow.
 */
export function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  pace: Pace,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const question = request(url, { headers: { ...headers, 'accept-encoding': 'gzip' } }, resolve);
    watch(question, url.host, pace);
    question.on('error', (error) => {
      reject(asProblem(url, error));
    });
    question.end();
  });
}

/** No such name, nobody listening, no way there: https://man7.org/linux/man-pages/man3/errno.3.html */
const UNREACHABLE =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|ETIMEDOUT|EACCES|EPERM|EADDRNOTAVAIL)$/;

/** The certificate is not that of the host, or of an authority that is not known. */
const UNTRUSTED = /CERT|^UNABLE_TO_|^ERR_TLS|^EPROTO$|^ERR_SSL/;

/** What went wrong on the way, with the code that the system gives and no address. */
export function asProblem(url: URL, error: unknown): ListProblem {
  if (error instanceof ListProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const told = code === '' ? '' : ` (${code})`;
  if (UNREACHABLE.test(code)) {
    const options = { isPassing: true, isOfHost: true, cause: error };
    return new ListProblem(`${url.host} could not be reached${told}. ${WAY_OUT}`, options);
  }
  if (UNTRUSTED.test(code)) {
    const options = { isPassing: true, isOfHost: true, cause: error };
    return new ListProblem(`No safe connection to ${url.host}${told}. ${AUTHORITY}`, options);
  }
  // What is no HTTP will be none at the second time.
  const isPassing = !code.startsWith('HPE_');
  return new ListProblem(`${url.host} broke off its answer${told}.`, { isPassing, cause: error });
}

const AUTHORITY = 'An authority of your own: set NODE_EXTRA_CA_CERTS to the file with its certificate.';
