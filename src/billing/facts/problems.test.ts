import { expect, it } from 'vitest';

import { problemsOf } from './problems.ts';

const start = { line: 1, column: 1 };
const ruleOf = (code: string, file: string, message = '') =>
  problemsOf([{ severity: 'error', code, message, source: { file, start, end: start } }]).problems.map(
    ({ rule }) => rule,
  );

it.each([
  ['empty-effective', 'billing/profiles/api.yaml', 'BP-101'],
  ['empty-effective', 'billing/tax/europe.yaml', 'BP-101'],
  ['empty-window', 'billing/profiles/api.yaml', 'BP-402'],
  ['empty-window', 'billing/tax/europe.yaml', 'BP-502'],
  ['empty-window', 'billing/bindings/prod.yaml', 'BP-101'],
])('%s in %s breaks %s', (code, file, rule) => {
  expect(ruleOf(code, file)).toEqual([rule]);
});

it('takes a reference without a version for one that is not pinned', () => {
  const message = '"taxes" must name an id and a version, such as standard@2.0.0, not "europe".';
  expect(ruleOf('wrong-value', 'billing/profiles/api.yaml', message)).toEqual(['BP-104']);
});
