import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

import { UserError } from '../../lib/errors.ts';
import { readUsageContents, readUsageFiles } from './read-usage.ts';
import { metering, planOf } from './testing/plan.ts';

const PLAN = planOf({ api: [metering()] });
const HEADER = 'ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit';
const ROW = '2026-03-05T10:00:00Z,2026-03-05T10:01:00Z,acme,api,2,request';
const JSON_ROW =
  '{"ChargePeriodStart":"2026-03-05T10:00:00Z","ChargePeriodEnd":"2026-03-05T10:01:00Z","SubAccountId":"acme","SkuId":"api","ConsumedUnit":"request"';

const read = (content: string | Uint8Array, name = 'usage.csv') =>
  readUsageContents([{ name, bytes: Buffer.from(content) }], PLAN);

async function problem(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

const folder = mkdtempSync(join(tmpdir(), 'usage-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return { path: join(folder, name), name };
};

describe('a usage file in CSV', () => {
  test.each([
    ['without rows of any kind', '', 'usage.csv is empty.'],
    [
      'without a column',
      `${HEADER.replace('ConsumedUnit', 'x_Unit')}\n`,
      'The usage has no column ConsumedUnit.',
    ],
    [
      'without SKU and meter',
      `${HEADER.replace('SkuId', 'SkuPriceId')}\n`,
      'The usage has no column SkuId (or x_Meter).',
    ],
    ['with a column twice', `${HEADER},SkuId\n`, 'The column "SkuId" is there twice.'],
    ['with an unknown column', `${HEADER},Amount\n`, '"Amount" is no column of usage.'],
    ['with a column in another case', `${HEADER},x_EventID\n`, '"x_EventID" is no column of usage.'],
  ])('%s is refused', async (_, text, message) => {
    expect(await problem(read(text))).toMatchObject({ message, place: { file: 'usage.csv', line: 1 } });
  });

  test('hints at the column that is meant', async () => {
    const { hint } = await problem(read(`${HEADER},x_eventid\n`));
    expect(hint).toContain('Did you mean x_EventId?');
  });

  test.each([
    ['quotes that do not end', `${ROW}\n"${ROW}\n${ROW}\n`, 3],
    ['a quote too few', `${ROW}\n${ROW.replace('acme', '"acme,"x"')}\n${ROW}\n`, 3],
  ])('ends with %s, and nothing is rated', async (_, rows, line) => {
    const { message, place } = await problem(read(`${HEADER}\n${rows}`));
    expect(message).toContain('where the next row begins cannot be told');
    expect(place).toEqual({ file: 'usage.csv', line });
  });

  test.each<[string, string | Buffer, string]>([
    ['a field too few', ROW.replace(',request', ''), 'The row has 5 fields, and the header 6.'],
    ['a field too many', `${ROW},`, 'The row has 7 fields, and the header 6.'],
    ['one field', 'x', 'The row has 1 field, and the header 6.'],
    [
      'quotes that end too early',
      ROW.replace('acme', '"ac"me'),
      'The row ends its quotes in the middle of a field.',
    ],
    [
      'quotes in a plain field',
      ROW.replace('acme', 'ac"me'),
      'The row has quotes within a field without quotes.',
    ],
    ['a NUL byte', ROW.replace('acme', 'ac\0me'), 'The row holds a NUL byte.'],
    ['other bytes than UTF-8', Buffer.from(ROW.replace('acme', 'acmé'), 'latin1'), 'The row is not UTF-8.'],
    ['a line of 2 MB', 'x'.repeat(2_000_000), 'The row is longer than 1048576 bytes.'],
  ])('names a row with %s and reads on', async (_, row, message) => {
    const text = Buffer.concat([
      Buffer.from(`${HEADER}\n${ROW}\n`),
      Buffer.from(row),
      Buffer.from(`\n${ROW}`),
    ]);
    const { counts, rejectedRows, cells } = await read(text);
    expect(counts).toMatchObject({ rows: 3, accepted: 2, rejected: { malformed: 1 } });
    expect(rejectedRows).toEqual([{ reason: 'malformed', file: 'usage.csv', line: 3, message }]);
    expect(Array.from(cells, ({ quantity }) => quantity.toFixed())).toEqual(['4']);
  });

  test('shows the first 20 rows of a reason and counts all', async () => {
    const { counts, rejectedRows } = await read(`${HEADER}\n${'x\n'.repeat(50)}`);
    expect(counts.rejected).toEqual({ malformed: 50 });
    expect(rejectedRows.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
  });
});

describe('a usage file in JSON lines', () => {
  test.each([
    ['a quantity as a text', `${JSON_ROW},"ConsumedQuantity":"2.50"}`, '2.5'],
    ['a quantity as a number', `${JSON_ROW},"ConsumedQuantity":2.5e0}`, '2.5'],
    [
      'spaces, null and values of others',
      `${JSON_ROW} , "ConsumedQuantity" : 1, "Tags":null,"x_Any":[{"]":1}] }\r`,
      '1',
    ],
    ['escapes', `${JSON_ROW},"ConsumedQuantity":"\\u0031\\u0030"}`, '10'],
    ['tags as an object', `${JSON_ROW},"ConsumedQuantity":1,"Tags":{"team":"a}\\"b"}}`, '1'],
  ])('takes %s', async (_, line, quantity) => {
    const { counts, cells } = await read(`\ufeff\n${line}\n\n`, 'usage.jsonl');
    expect(counts).toMatchObject({ rows: 1, accepted: 1 });
    expect([...cells][0]?.quantity.toFixed()).toBe(quantity);
  });

  test.each([
    ['no JSON', 'SkuId: api', 'no JSON object'],
    ['an array', '[1]', 'no JSON object'],
    ['a cut line', `${JSON_ROW},"ConsumedQuantity":"2`, 'no whole JSON object'],
    ['two objects', `${JSON_ROW},"ConsumedQuantity":1} {}`, 'no whole JSON object'],
    ['a comma too many', `${JSON_ROW},"ConsumedQuantity":1,}`, 'no whole JSON object'],
    ['NaN', `${JSON_ROW},"ConsumedQuantity":NaN}`, 'no whole JSON object'],
    ['a number of 16 digits', `${JSON_ROW},"ConsumedQuantity":1.000000000000001}`, 'more than 15 digits'],
    ['a boolean', `${JSON_ROW},"ConsumedQuantity":true}`, 'no text and no number'],
    ['a list', `${JSON_ROW},"ConsumedQuantity":[1]}`, 'no text and no number'],
    ['a column twice', `${JSON_ROW},"ConsumedQuantity":1,"ConsumedQuantity":1000}`, 'there twice'],
    ['an unknown column', `${JSON_ROW},"consumedQuantity":1}`, 'Did you mean ConsumedQuantity?'],
    ['an escape that is none', `${JSON_ROW},"ConsumedQuantity":"\\x31"}`, 'escape that is none'],
    ['half a letter', `${JSON_ROW},"ConsumedQuantity":"\\ud800"}`, 'escape that is none'],
    ['brackets without end', `${JSON_ROW},"x_A":${'['.repeat(5000)}`, 'no whole JSON object'],
  ])('names a line with %s and reads on', async (_, line, message) => {
    const good = `${JSON_ROW},"ConsumedQuantity":1}`;
    const { counts, rejectedRows } = await read(`${good}\n${line}\n${good}`, 'usage.jsonl');
    expect(counts).toMatchObject({ rows: 3, accepted: 2, rejected: { malformed: 1 } });
    expect(rejectedRows).toMatchObject([{ line: 2 }]);
    expect(rejectedRows[0]?.message).toContain(message);
  });
});

describe('usage files', () => {
  test('packed with gzip are read, and broken ones refused', async () => {
    const packed = gzipSync(`${HEADER}\n${`${ROW}\n`.repeat(1000)}`);
    expect((await read(packed, 'usage.csv.gz')).counts.accepted).toBe(1000);
    expect((await problem(read(packed.subarray(0, -9), 'usage.csv.gz'))).message).toContain('cut off');
    expect((await problem(read('no gzip', 'usage.csv.gz'))).message).toContain('no gzip file');
  });

  test('of other names, and Parquet without its reader, are refused with a way out', async () => {
    expect(await problem(read('', 'usage.xlsx'))).toMatchObject({ place: { file: 'usage.xlsx' } });
    expect((await problem(read('', 'usage.parquet'))).hint).toContain('@duckdb/node-api');
  });

  test('that are not there are named', async () => {
    const missing = { path: join(folder, 'none.csv'), name: 'none.csv' };
    expect((await problem(readUsageFiles([missing], PLAN))).message).toBe('There is no file none.csv.');
  });

  test('are one usage: an event id counts once, wherever the split is', async () => {
    const lines = Array.from(
      { length: 9 },
      (_, index) => `${ROW.replace(',2,', `,${index},`)},e${index % 7}`,
    );
    const csv = (rows: readonly string[]) => [`${HEADER},x_EventId`, ...rows].join('\n');
    const whole = await readUsageFiles([put('whole.csv', csv(lines))], PLAN);
    for (const split of [0, 1, 5, 9]) {
      const parts = [lines.slice(0, split), lines.slice(split)].map((part, index) =>
        put(`part-${index}.csv`, csv(part)),
      );
      const usage = await readUsageFiles(parts, PLAN);
      expect(usage.counts).toEqual(whole.counts);
      expect(Array.from(usage.cells, ({ quantity }) => quantity)).toEqual(
        Array.from(whole.cells, ({ quantity }) => quantity),
      );
      expect(usage.origin.files).toEqual(['part-0.csv', 'part-1.csv']);
    }
    expect(whole.counts).toMatchObject({ accepted: 7, rejected: { 'conflicting-duplicate': 2 } });
  });

  test('are not described by a link, nor by what is no mapping, and nothing of that is quoted', async () => {
    const file = put('told.csv', `${HEADER}\n${ROW}\n`);
    put('token.txt', 'c2VjcmV0');
    symlinkSync('token.txt', join(folder, 'told.csv.meta.yaml'));
    const linked = await problem(readUsageFiles([file], PLAN));
    expect(linked.message).toBe('told.csv.meta.yaml is a link, and what it leads to is not read.');
    rmSync(join(folder, 'told.csv.meta.yaml'));
    put('told.csv.meta.yaml', 'c2VjcmV0');
    expect((await problem(readUsageFiles([file], PLAN))).message).toBe(
      'told.csv.meta.yaml must be a mapping.',
    );
  });

  test.each(['built-in', 'duckdb'] as const)('are complete one after the other: %s', async (reader) => {
    const files = ['03', '04', '05'].map((month) =>
      put(`${month}.csv`, `${HEADER}\n${ROW.replaceAll('2026-03', `2026-${month}`)}\n`),
    );
    for (const month of [3, 4, 5]) {
      const time = `coverageFrom: 2026-0${month}-01T00:00:00Z\ncompleteThrough: 2026-0${month + 1}-01T00:00:00Z`;
      put(`0${month}.csv.meta.yaml`, `source: warehouse\n${time}\n`);
    }
    const through = async (of: typeof files) =>
      (await readUsageFiles(of, PLAN, { reader })).origin.completeThrough;
    expect(await through(files)).toBe('2026-06-01T00:00:00Z');
    expect(await through(files.filter(({ name }) => name !== '04.csv'))).toBe('2026-04-01T00:00:00Z');
    for (const month of [3, 4, 5])
      put(`0${month}.csv.meta.yaml`, `completeThrough: 2026-0${month + 1}-01T00:00:00Z\n`);
    // The rows begin on the 5th.
    expect(await through(files)).toBe('2026-04-01T00:00:00Z');
  });

  test('say by their sidecars where they come from', async () => {
    const content = `${HEADER}\n${ROW}\n`;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const [one, two] = [put('one.csv', content), put('two.csv', content)];
    put(
      'one.csv.meta.yaml',
      `source: warehouse\nsha256: ${sha256}\ncompleteThrough: 2026-04-01T00:00:00Z\nsampled: '12.5'\n`,
    );
    put('two.csv.meta.yaml', 'source: warehouse\ncompleteThrough: 2026-03-01T00:00:00Z\n');
    expect((await readUsageFiles([one, two], PLAN)).origin).toMatchObject({
      ...{ files: ['one.csv', 'two.csv'], source: 'warehouse', completeThrough: '2026-03-01T00:00:00Z' },
      ...{ from: '2026-03-05T10:00:00Z', to: '2026-03-05T10:01:00Z' },
    });
    put('two.csv', `${content}\n`);
    put('two.csv.meta.yaml', `sha256: ${sha256}\n`);
    expect((await problem(readUsageFiles([two], PLAN))).message).toContain(
      'is not the file that its sidecar names',
    );
    put('two.csv.meta.yaml', 'completeThrough: 2026-02-31T00:00:00Z\n');
    expect((await problem(readUsageFiles([two], PLAN))).place).toEqual({
      file: 'two.csv.meta.yaml',
      line: 1,
      column: 18,
    });
  });
});
