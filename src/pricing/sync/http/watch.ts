import type { ClientRequest, IncomingMessage } from 'node:http';
import { ListProblem } from '../port.ts';
import type { RequestLimits } from './limits.ts';
import { WAY_OUT } from './way-out.ts';

/** The limits of time and speed that a request is held to. */
export type Pace = Pick<RequestLimits, 'connect' | 'silence' | 'grace' | 'leastRate' | 'longest'>;

/**
 * Ends a request, and the answer that it has by then, with a ListProblem when the host is not reached in time, falls silent, or
 * answers so slowly that somebody may want to hold the run: by the bytes on the wire, however much they unpack to.
 */
export function watch(question: ClientRequest, host: string, pace: Pace): void {
  let answer: IncomingMessage | undefined;
  let before = 0;
  const end = (problem: string): void => {
    const error = new ListProblem(`${host} ${problem}`, { isPassing: true, isOfHost: true });
    // The answer first: it would else tell of a connection that was reset.
    answer?.destroy(error);
    question.destroy(error);
  };
  const connecting = setTimeout(() => {
    end(`could not be reached in time. ${WAY_OUT}`);
  }, pace.connect);
  const start = performance.now();
  const slow = setInterval(
    () => {
      const taken = performance.now() - start;
      const bytes = (question.socket?.bytesRead ?? 0) - before;
      const allowed = Math.min(pace.grace + (bytes / pace.leastRate) * 1000, pace.longest);
      if (taken > allowed) end('answers too slowly.');
    },
    Math.min(1000, pace.grace),
  );
  question.setTimeout(pace.silence, () => {
    end('fell silent.');
  });
  question.on('socket', (socket) => {
    // A connection that was used before stands already.
    before = socket.bytesRead;
    if (socket.connecting)
      socket.once('secureConnect', () => {
        clearTimeout(connecting);
      });
    else clearTimeout(connecting);
  });
  question.on('response', (response) => (answer = response));
  question.on('close', () => {
    clearTimeout(connecting);
    clearInterval(slow);
  });
}
