import { ListProblem } from '../port.ts';
import { lasting } from './retry.ts';

/** Times in a row that a host may fail as a whole: it is asked once more, and then left alone. */
const STRIKES = 2;

/** What is known of a host, so that a run without a network ends at once and not after a round of attempts for each list. */
export class HostHealth {
  #strikes = 0;
  #given: ListProblem | undefined;

  /** Throws the problem for which the host was given up. */
  check(): void {
    if (this.#given !== undefined) throw this.#given;
  }

  /** The host has answered as it should. */
  answered(): void {
    this.#strikes = 0;
  }

  /** Takes note of an error and gives it back: as a lasting problem when the host is given up for it. */
  failed(error: unknown): unknown {
    if (!(error instanceof ListProblem) || !error.isOfHost) return error;
    if (++this.#strikes >= STRIKES) this.#given = lasting(error);
    return this.#given ?? error;
  }
}
