import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { csv } from '../../../../test/bench/billing/generate.ts';
import { benchPlan } from '../../../../test/bench/billing/plan.ts';
import { plainCell } from '../aggregate/lazy-cell.ts';
import { formatOf } from '../open/format.ts';
import { readSidecar } from '../open/sidecar.ts';
import type { UsageInput } from './built-in.ts';
import { readUsageCsv } from './csv.ts';
import { findRepeats } from './repeats.ts';
import { UsageReader } from './usage-reader.ts';

const SEED = 5;
const shares = { duplicate: 20_000, conflicting: 5000, malformed: 5000 };
const BYTES = Buffer.from([...csv({ seed: 3, rows: 20_000, customers: 40, skus: 10, shares })].join(''));

function input(name: string, bytes: Uint8Array): UsageInput {
  const sidecar = readSidecar(name, new Uint8Array());
  return { name, format: formatOf(name), sidecar, open: () => [bytes], size: bytes.length };
}

async function read(repeats: Awaited<ReturnType<typeof findRepeats>>, bytes = [BYTES, BYTES]) {
  const reader = new UsageReader(benchPlan(10), null, SEED, repeats);
  for (const each of bytes) await readUsageCsv([each], 'usage.csv', reader);
  const { cells } = reader.close();
  return {
    cells: Array.from(cells, plainCell),
    counts: reader.tally.counts(),
    rows: reader.tally.rejectedRows,
  };
}

test('what may be repeated suffices to find what is, in one file and in two', async () => {
  const inputs = [input('a.csv', BYTES), input('b.csv.gz', gzipSync(BYTES))];
  const repeats = await findRepeats(inputs, SEED, 0);
  const found = await read(repeats);
  expect(found).toEqual(await read(null));
  expect(found.counts.deduplicated).toBeGreaterThan(20_000);
  expect(found.counts.rejected['conflicting-duplicate']).toBeGreaterThan(100);
});

test('a file that has other ids when it is read again is refused', async () => {
  const repeats = await findRepeats([input('a.csv', BYTES)], SEED, 0);
  const other = Buffer.from(BYTES.toString().replaceAll('evt-', 'other-'));
  await expect(read(repeats, [other])).rejects.toThrow('changed while it was read');
});

test('so is one that lost a row, whatever that was', async () => {
  const lines = BYTES.toString().trimEnd().split('\n');
  const repeats = await findRepeats([input('a.csv', BYTES)], SEED, 0);
  await expect(read(repeats, [Buffer.from(lines.slice(0, -1).join('\n'))])).rejects.toThrow(
    'changed while it was read',
  );
});

test('small files, and JSON lines, are read once', async () => {
  expect(await findRepeats([input('a.csv', BYTES)], SEED)).toBeNull();
  expect(await findRepeats([input('a.jsonl', Buffer.alloc(10))], SEED, 0)).toBeNull();
});
