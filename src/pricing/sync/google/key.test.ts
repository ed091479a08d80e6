import { expect, test } from 'vitest';
import { ListProblem } from '../port.ts';
import { KEY_HELP, keyProblem } from './key.ts';

test('the help is short enough to be shown whole behind what is wrong', () => {
  const details = [{ reason: 'SERVICE_DISABLED' }];
  const refusal = new ListProblem('HTTP 403', { status: 403, answer: { error: { details } } });
  const { message } = keyProblem(refusal) as ListProblem;
  expect(message).toContain(`(SERVICE_DISABLED). ${KEY_HELP}`);
  // A line of the report has 300 characters, of which the name of the list takes some.
  expect(message.length).toBeLessThan(250);
});
