import { expect, test } from 'vitest';

import { sliceOpenApi } from './slice.ts';

const description = {
  openapi: '3.0.3',
  info: { title: 'T', version: '1', license: { name: 'MIT' }, contact: { name: 'x' } },
  paths: {
    '/a': {
      post: {
        summary: 'prose',
        parameters: [{ $ref: '#/components/parameters/p' }],
        requestBody: {
          content: {
            'application/json': { schema: { properties: { description: { type: 'string', example: 'e' } } } },
          },
        },
        'x-github': {},
      },
      get: { operationId: 'unused' },
    },
    '/b': { get: {} },
  },
  components: {
    parameters: { p: { schema: { $ref: '#/components/schemas/s' } } },
    schemas: { s: { items: { $ref: '#/components/schemas/s' }, description: 'prose' }, unused: {} },
  },
};

test('keeps the operation and all that it refers to, without prose, sorted', () => {
  expect(JSON.stringify(sliceOpenApi(description, ['post /a']))).toBe(
    JSON.stringify({
      components: {
        parameters: { p: { schema: { $ref: '#/components/schemas/s' } } },
        schemas: { s: { items: { $ref: '#/components/schemas/s' } } },
      },
      info: { license: { name: 'MIT' }, title: 'T', version: '1' },
      openapi: '3.0.3',
      paths: {
        '/a': {
          post: {
            parameters: [{ $ref: '#/components/parameters/p' }],
            requestBody: {
              content: {
                'application/json': { schema: { properties: { description: { type: 'string' } } } },
              },
            },
          },
        },
      },
    }),
  );
});

test('an operation that the description lacks is an error', () => {
  expect(() => sliceOpenApi(description, ['put /a'])).toThrow('no operation put /a');
});
