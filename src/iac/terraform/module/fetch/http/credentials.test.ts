import { expect, test } from 'vitest';

import { authorization, type Scheme } from './credentials.ts';

const permission = {
  hosts: [],
  credentials: [
    { host: 'example.com', token: 't0ken' },
    { host: 'named.example.com', token: 't0ken', username: 'robot' },
    { host: 'gitlab.com', token: 't0ken' },
  ],
  environment: {
    TF_TOKEN_app__one_example_com: 'terraform',
    TF_TOKEN_example_com: 'other',
    TF_TOKEN_bad_com: 'a b',
  },
};

const basic = (name: string): string => `Basic ${Buffer.from(`${name}:t0ken`).toString('base64')}`;

test.each<[string, Scheme, string | undefined]>([
  ['https://example.com/', 'registry', 'Bearer t0ken'],
  ['https://example.com/', 'archive', 'Bearer t0ken'],
  ['https://example.com/', 'git', basic('x-access-token')],
  ['https://named.example.com/', 'git', basic('robot')],
  ['https://gitlab.com/', 'git', basic('oauth2')],
  ['https://example.com:8443/', 'registry', undefined],
  ['https://sub.example.com/', 'git', undefined],
  ['https://app-one.example.com/', 'registry', 'Bearer terraform'],
  ['https://app-one.example.com/', 'archive', undefined],
  ['https://app-one.example.com/', 'git', undefined],
  ['https://bad.com/', 'registry', undefined],
])('%s as %s is told %s', (url, scheme, expected) => {
  expect(authorization(permission, new URL(url), scheme)).toBe(expected);
});
