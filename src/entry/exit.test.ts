import { expect, test } from 'vitest';
import { UserError } from '../lib/errors.ts';
import { explainError } from './exit.ts';

test.each([
  ['p.json is a state, not a plan.', { file: 'p.json' }, 'error: p.json is a state, not a plan.'],
  ['Wrong.', { file: 'a.tf', line: 2, column: 3 }, 'error: a.tf:2:3: Wrong.'],
  ['a.tfx is wrong.', { file: 'a.tf' }, 'error: a.tf: a.tfx is wrong.'],
])('a message names its file once: %s', (message, place, text) => {
  expect(explainError(new UserError(message, { place }))).toEqual({ text, code: 2 });
});
