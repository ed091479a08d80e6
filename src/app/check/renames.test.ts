import { expect, test } from 'vitest';
import { resourceOf } from '../../estimate/test-support/resource.ts';
import type { Change } from '../../model/change.ts';
import { renameWarnings } from './renames.ts';

/** A delete and a create with the same arguments. */
function renamed(index: number): Change[] {
  const base = resourceOf(`aws_sqs_queue.old${index}`, { name: `queue-${index}` });
  const head = resourceOf(`aws_sqs_queue.new${index}`, { name: `queue-${index}` });
  const common = { type: 'aws_sqs_queue', project: 'p', differences: [], replaceBecause: [] };
  return [
    { action: 'delete', address: base.address, base, ...common },
    { action: 'create', address: head.address, head, ...common },
  ];
}

const warnings = (count: number) =>
  renameWarnings(Array.from({ length: count }, (_, index) => renamed(index)).flat());

test('each of a few pairs is named at its place', () => {
  expect(warnings(2)).toMatchObject([
    {
      message: expect.stringContaining('aws_sqs_queue.old0 would be destroyed') as string,
      source: { file: 'main.tf' },
    },
    {
      hint: expect.stringContaining('moved { from = aws_sqs_queue.old1, to = aws_sqs_queue.new1 }') as string,
    },
  ]);
});

test('of many pairs 20 are named and the others counted', () => {
  const found = warnings(389);

  expect(found).toHaveLength(21);
  expect(found.at(-1)?.message).toBe(
    '369 more pairs of a delete and a create look like one thing with another name or key.',
  );
});
