import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { cost, costed, line, range, result, totals, unknownLine } from '../../../test/golden/render/build.ts';
import type { CheckResult } from '../../model/result.ts';
import { UserError } from '../../lib/errors.ts';
import { memoryJob } from '../../platform/memory.ts';
import { blocks, writeOutputs } from './outputs.ts';

const known = costed('create', 'aws_instance.a', {
  head: cost('aws_instance.a', [line('x', range('1'), '2', 'hours')]),
});
const unknown = costed('create', 'aws_x.a', { head: cost('aws_x.a', [unknownLine('x', 'no price')]) });

function outputsOf(over: Partial<CheckResult>): Record<string, string> {
  const temp = mkdtempSync(join(tmpdir(), 'tollgate-outputs-'));
  try {
    const job = memoryJob();
    const context = { headSha: 'a'.repeat(40), toolVersion: '1.2.3' };
    writeOutputs(job, result(over), context, { temp, key: 'k' });
    const outputs = Object.fromEntries(job.outputs);
    expect(outputs['result-path']).toBe(join(temp, 'tollgate-k.json'));
    expect(JSON.parse(readFileSync(join(temp, 'tollgate-k.json'), 'utf8'))).toMatchObject({
      currency: 'USD',
    });
    return outputs;
  } finally {
    rmSync(temp, { recursive: true });
  }
}

const delta = (likely: string, low: string, high: string): CheckResult['totals'] => ({
  ...result().totals,
  delta: totals(range(likely, low, high)),
});

test.each<[string, Partial<CheckResult>, string, string]>([
  ['nothing changes', {}, '0', '0'],
  ['a range', { changes: [known], totals: delta('2.5', '-1', '7') }, '2.5', '0'],
  [
    'a part is unknown',
    { changes: [known, unknown], unpricedChanges: 1, totals: delta('2', '2', '2') },
    '2',
    '1',
  ],
  ['all is unknown', { changes: [unknown], unpricedChanges: 1 }, '', '1'],
  ['only a module is added', { coverage: { ...result().coverage, changedModules: 2 } }, '', '2'],
])('the delta when %s', (_, over, monthly, unpriced) => {
  expect(outputsOf(over)).toMatchObject({ 'monthly-delta': monthly, 'unpriced-changes': unpriced });
});

test('a folder that cannot be written is told with its name', () => {
  const context = { headSha: 'a'.repeat(40), toolVersion: '1.2.3' };
  const write = (): void => {
    writeOutputs(memoryJob(), result(), context, { temp: '/proc/nowhere', key: 'k' });
  };
  expect(write).toThrow(UserError);
  expect(write).toThrow(expect.objectContaining({ hint: expect.stringContaining('RUNNER_TEMP') as string }));
});

test.each([
  ['pending', 'fail', true],
  ['pending', 'error', false],
  ['warn', 'fail', false],
  ['warn', 'warn', true],
  ['error', 'error', true],
  ['error', 'never', false],
] as const)('%s with fail-on: %s blocks: %s', (state, failOn, expected) => {
  expect(blocks(state, failOn)).toBe(expected);
});
