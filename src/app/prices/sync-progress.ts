import type { PriceList } from '../../pricing/sync/port.ts';
import type { SyncProgress } from '../../pricing/sync/provider.ts';
import { plain } from '../../render/plain.ts';

const WIDTH = 20;

/**
 * How far a sync is: on a terminal's stderr a line that comes when it takes longer than a second and goes away at its end; where
 * nobody watches, a line for each list, so that a log shows what takes its time.
 */
export function syncProgress(stream: NodeJS.WriteStream): SyncProgress & { end(): void } {
  const start = performance.now();
  const show = (text: string): void => {
    const isLong = performance.now() - start > 1000;
    if (stream.isTTY && isLong) stream.write(`\r\u001b[K${text.slice(0, stream.columns - 1)}`);
  };
  let line = '';
  return {
    list(list, number, total) {
      line = `${bar(number - 1, total)} ${number}/${total} ${plain(nameOf(list))}`;
      show(line);
      if (!stream.isTTY) stream.write(`${number}/${total} ${plain(nameOf(list))}\n`);
    },
    rows(rows) {
      show(`${line} ${Math.floor(rows / 1000)}k rows`);
    },
    end() {
      show('');
    },
  };
}

function bar(done: number, total: number): string {
  const filled = Math.floor((done * WIDTH) / total);
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}]`;
}

function nameOf({ provider, offer, region }: PriceList): string {
  return `${provider} ${offer}${region === '*' ? '' : ` ${region}`}`;
}
