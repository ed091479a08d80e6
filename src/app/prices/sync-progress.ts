import type { PriceList } from '../../pricing/sync/port.ts';
import type { SyncProgress } from '../../pricing/sync/provider.ts';

const WIDTH = 20;

/** A line on a terminal's stderr that says how far a sync is, and goes away at its end; nothing where nobody watches. */
export function syncProgress(stream: NodeJS.WriteStream): SyncProgress & { end(): void } {
  const show = (text: string): void => {
    if (stream.isTTY) stream.write(`\r\u001b[K${text.slice(0, stream.columns - 1)}`);
  };
  let line = '';
  return {
    list(list, number, total) {
      line = `${bar(number - 1, total)} ${number}/${total} ${nameOf(list)}`;
      show(line);
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
