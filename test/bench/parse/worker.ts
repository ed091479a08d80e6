import { readFileSync } from 'node:fs';

/**
 * What one process measured: seconds from its start to the end of the first round, how many of them the reading of
 * files took, seconds of each later round, and peak MB.
 */
export interface Rounds {
  readonly bytes: number;
  readonly cold: number;
  readonly reading: number;
  readonly warm: readonly number[];
  readonly memory: number;
}

/**
 * Parses the files that standard input lists, first once with reading them, then `rounds` times from memory, and
 * prints what it took. Each program that is compared is one process of this kind.
 */
export async function measureRounds(parse: (path: string, text: string) => unknown): Promise<void> {
  const paths = readFileSync(0, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const rounds = Number(process.argv[2]);
  const texts: string[] = [];
  let bytes = 0;
  let reading = 0;
  for (const path of paths) {
    const start = performance.now();
    const content = readFileSync(path);
    bytes += content.length;
    const text = content.toString('utf8');
    reading += (performance.now() - start) / 1000;
    texts.push(text);
    await parse(path, text);
  }
  const cold = performance.now() / 1000;
  const warm: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (const [at, text] of texts.entries()) {
      const parsed = parse(paths[at] ?? '', text);
      if (parsed instanceof Promise) await parsed;
    }
    warm.push((performance.now() - start) / 1000);
  }
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ bytes, cold, reading, warm, memory } satisfies Rounds));
}
