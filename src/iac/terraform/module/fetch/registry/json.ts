import { FetchProblem } from '../fetch-problem.ts';
import type { Answer } from '../http/network.ts';

/** The JSON of an answer. Throws FetchProblem when it is none. */
export function parseJson({ body, url }: Answer): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    throw new FetchProblem(`${url.host} answered with something that is no JSON.`);
  }
}

/** Whether a value of JSON is an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
