/** Wall clock and CPU time (user and system, of all threads) in seconds. */
export interface Lap {
  readonly wall: number;
  readonly cpu: number;
}

/** Takes the time of one thing after the other. */
export class Stopwatch {
  readonly laps: Record<string, Lap> = {};
  #wall = performance.now();
  #cpu = process.cpuUsage();

  /** What was done since the last lap. */
  lap(name: string): void {
    this.laps[name] = this.#stop();
  }

  /** What was done since the last lap does not count. */
  skip(): void {
    this.#stop();
  }

  #stop(): Lap {
    const { user, system } = process.cpuUsage(this.#cpu);
    const wall = (performance.now() - this.#wall) / 1000;
    this.#wall = performance.now();
    this.#cpu = process.cpuUsage();
    return { wall, cpu: (user + system) / 1e6 };
  }
}
