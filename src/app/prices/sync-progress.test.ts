import { expect, test, vi } from 'vitest';
import { syncProgress } from './sync-progress.ts';

const list = { provider: 'azure', offer: 'Key Vault', region: 'westeurope', version: null };

/** What is written when a list begins right away and another two seconds later. */
function written(isTTY: boolean): string[] {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const lines: string[] = [];
  const stream = { isTTY, columns: 80, write: (text: string) => lines.push(text) };
  const progress = syncProgress(stream as unknown as NodeJS.WriteStream);
  progress.list(list, 1, 2);
  now.mockReturnValue(2000);
  progress.list({ ...list, region: '*', offer: 'a\u001b[2J' }, 2, 2);
  progress.rows(12_345);
  progress.end();
  now.mockRestore();
  return lines;
}

test('a log has a line for each list', () => {
  expect(written(false)).toEqual(['1/2 azure Key Vault westeurope\n', '2/2 azure a\uFFFD[2J\n']);
});

test('a terminal has one that changes, from the second second on', () => {
  expect(written(true).map((text) => text.replace('\r\u001b[K', ''))).toEqual([
    '[##########----------] 2/2 azure a\uFFFD[2J',
    '[##########----------] 2/2 azure a\uFFFD[2J 12k rows',
    '',
  ]);
});
