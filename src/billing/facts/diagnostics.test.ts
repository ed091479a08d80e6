import { expect, it } from 'vitest';
import { base as files, NOW } from '../../../test/golden/billing-rules/repository.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { billingChanges } from '../changes.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { changeDiagnostics } from './diagnostics.ts';

type Files = Readonly<Record<string, string>>;

const PARTNER = 'billing/profiles/partner.yaml';
const CARD = 'billing/ratecards/wholesale.yaml';

function diagnosed(before: Files, after: Files): string[] {
  const [baseTree, headTree] = [memoryTree(before), memoryTree(after)];
  const sides = { base: openCatalogue(baseTree), head: openCatalogue(headTree), baseTree, headTree };
  return changeDiagnostics(sides, billingChanges(baseTree, headTree, NOW)).map(
    ({ severity, code, source }) => `${severity} ${code} ${source?.file ?? '-'}`,
  );
}

const broken: Files = { ...files, [PARTNER]: `${files[PARTNER] ?? ''}\nmore: 1\n` };
const withoutCard = Object.fromEntries(Object.entries(files).filter(([file]) => file !== CARD));

it('is silent where nothing is wrong', () => {
  expect(diagnosed(files, { ...files, note: 'x' })).toEqual([]);
});

it('takes what stood before in a file that stays for a warning, whatever else changes', () => {
  const found = diagnosed(broken, { ...broken, [CARD]: `${broken[CARD] ?? ''}\n# a comment\n` });
  expect(found).toContain(`warning unknown-key ${PARTNER}`);
  expect(found.filter((line) => line.startsWith('error'))).toEqual([]);
});

it('takes what stands in a file that the change edits for an error', () => {
  const edited = { ...broken, [PARTNER]: `${broken[PARTNER] ?? ''}# a comment\n` };
  expect(diagnosed(broken, edited)).toContain(`error unknown-key ${PARTNER}`);
});

it('takes what the change breaks elsewhere for an error', () => {
  expect(diagnosed(files, withoutCard)).toContain(`error unresolved-reference ${PARTNER}`);
});

it('tells what was wrong at base alone once', () => {
  expect(diagnosed(broken, files)).toEqual([`warning base-unreadable ${PARTNER}`]);
});
