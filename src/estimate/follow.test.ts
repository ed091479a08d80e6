import { expect, it } from 'vitest';
import { followResource } from './follow.ts';
import { resourceOf } from './test-support/resource.ts';

it.each([
  [undefined, 'unknown'],
  [true, 'absent'],
])('takes what cannot be found, where that is optional (%s), as %s', (optional, kind) => {
  const pool = resourceOf('google_container_node_pool.a', { cluster: 'elsewhere' });
  const follow = { via: ['cluster'], type: 'google_container_cluster', match: ['name'] };
  const option = optional === undefined ? {} : { optional };
  const found = followResource(pool, { ...follow, ...option }, { lookup: () => undefined });
  expect(found.kind).toBe(kind);
});

it.each(['id', 'arn', 'family'])('follows to the resource that a plan names by %s', (attribute) => {
  const target = resourceOf('aws_ecs_task_definition.task', {});
  const service = resourceOf('aws_ecs_service.web', { task_definition: 'x' });
  const follow = { via: ['task_definition'], type: target.type, match: ['family'] };
  const found = followResource(service, follow, {
    lookup: () => undefined,
    named: (type, name, value) =>
      type === target.type && name === attribute && value === 'x' ? target : undefined,
  });
  expect(found).toEqual({ kind: 'resource', resource: target });
});
