import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { REPOSITORY_PAGE } from '../model/repository-page.ts';
import { builtinPolicies } from './builtin.ts';
import { toFinding } from './findings.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const billing = builtinPolicies().filter(({ id }) => id.startsWith('billing-'));

describe('the documents that findings lead to', () => {
  it.each(billing.flatMap((policy) => (policy.rules ?? []).map(({ id }) => ({ id, policy }))))(
    'has a place for $id',
    ({ id, policy }) => {
      const { docsUrl } = toFinding('deny', { msg: 'm', rule: id }, { policy, level: 'soft', project: '' });
      const page = `${REPOSITORY_PAGE}docs/billing-rules.md#`;
      expect(docsUrl).toBe(`${page}${id.toLowerCase()}`);
      expect(read('docs/billing-rules.md')).toContain(`<a id="${docsUrl?.slice(page.length) ?? ''}"></a>`);
    },
  );

  it('are those of the repository that the first page tells to clone', () => {
    expect(read('README.md')).toContain(`git clone ${REPOSITORY_PAGE.replace('/blob/main/', '')} `);
  });

  it('keep what others wrote beside them', () => {
    for (const { sources = [] } of billing) {
      expect(sources).not.toEqual([]);
      for (const { title, url } of sources)
        expect(read('docs/billing-rules.md')).toContain(`[${title}](${url})`);
    }
  });

  it('are an address of its own for a policy of one rule', () => {
    const policy = builtinPolicies().find(({ id }) => id === 'required-tags');
    if (policy === undefined) throw new Error('no such policy');
    expect(toFinding('deny', { msg: 'm' }, { policy, level: 'soft', project: '' }).docsUrl).toBe(
      policy.docsUrl,
    );
  });
});
