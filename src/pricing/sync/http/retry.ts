import { setTimeout } from 'node:timers/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { ListProblem } from '../port.ts';
import type { RequestLimits } from './limits.ts';

/** Waits; tests pass one that does not. */
export type Pause = (milliseconds: number) => Promise<void>;

export const realPause: Pause = async (milliseconds) => {
  await setTimeout(milliseconds);
};

/**
 * Does it again after a passing problem, with pauses that double, or as long as the service asks. What still fails at the end is
 * no longer passing: nobody above starts all over.
 */
export async function withRetries<T>(
  limits: Pick<RequestLimits, 'attempts' | 'pause'>,
  pause: Pause,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ListProblem) || !error.isPassing) throw error;
      if (number >= limits.attempts) throw lasting(error);
      await pause(error.waitFor ?? limits.pause * 2 ** (number - 1));
    }
  }
}

/** The same problem, for good. */
export function lasting({ message, status, answer, isOfHost, cause }: ListProblem): ListProblem {
  return new ListProblem(message, {
    ...(status === undefined ? {} : { status }),
    answer,
    isOfHost,
    cause,
  });
}

/**
 * Milliseconds that a service asks to wait for: seconds or a date (RFC 9110, 10.2.3), against the date of the same answer.
 * Undefined when it does not say, or says it in another way.
 */
export function retryAfter(headers: IncomingHttpHeaders): number | undefined {
  const text = headers['retry-after'] ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - Date.parse(headers.date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
