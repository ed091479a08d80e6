import { expect, it } from 'vitest';

import { memoryTree } from '../../test/support/memory-tree.ts';
import { loadBilling } from './load.ts';
import { readBillingFile } from './read.ts';

/** A set of 10,000 bindings. */
const bindings = Array.from(
  { length: 10_000 },
  (_, at) => `  - { type: tenant, id: t-${at}, profile: api@1.0.0, from: 2026-01-01T00:00:00Z }\n`,
).join('');
const set = (id: string) =>
  `kind: BindingSet\nschemaVersion: 1\nid: ${id}\nenvironment: prod\nbindings:\n${bindings}`;

it('takes 200,000 bindings of all files, and says which files are beyond that', () => {
  const files = Array.from({ length: 21 }, (_, at) => {
    const id = `set-${String(at).padStart(2, '0')}`;
    return [`billing/bindings/${id}.yaml`, id] as const;
  });
  // What is read is the same but for the id: it is read once.
  const known = readBillingFile('set.yaml', Buffer.from(set('any')));
  const read: typeof readBillingFile = (file, bytes) => {
    const id = new TextDecoder().decode(bytes);
    const document = known.document && { ...known.document, file, id };
    return { ...known, document, claimedId: id };
  };
  const { documents, broken, brokenIds, diagnostics } = loadBilling(
    memoryTree(Object.fromEntries(files)),
    read,
  );
  expect(documents).toHaveLength(20);
  expect([...broken]).toEqual(['billing/bindings/set-20.yaml']);
  expect([...brokenIds]).toEqual(['set-20']);
  expect(diagnostics.filter(({ code }) => code === 'too-many-bindings')).toMatchObject([
    {
      severity: 'error',
      message: 'With this file there are more than 200000 bindings: it was not read.',
      source: { file: 'billing/bindings/set-20.yaml' },
    },
  ]);
});
