import { FetchProblem } from '../fetch-problem.ts';
import type { Answer } from './network.ts';

/** What an answer that is not the wanted one says; 401, 403 and 404 are what hosts give without a token, too. */
export function refused({ status, url }: Answer, what: string): FetchProblem {
  const isDenied = status === 401 || status === 403;
  const message = isDenied
    ? `${url.host} does not give out ${what} (HTTP ${status}).`
    : status === 404
      ? `${url.host} has no ${what}, or does not show it to this user (HTTP 404).`
      : `${url.host} answered with HTTP ${status} when asked for ${what}.`;
  const hint = `If it is private, name an environment variable with a token for ${url.host} under "modules.credentials".`;
  return isDenied || status === 404 ? new FetchProblem(message, hint) : new FetchProblem(message);
}
