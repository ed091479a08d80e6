import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { bookFiles } from '../../test/support/price-book.ts';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { check } from './check.ts';
import { announceBook } from './price-book.ts';

it.each([
  ['that ships', undefined, undefined, undefined],
  ['in the repository', 'own/prices', undefined, 'the repository, in own/prices:'],
  ['by a link into the repository', 'link', undefined, 'the repository, in own/prices:'],
  ['outside of it', '..', undefined, undefined],
  ['that is pinned', 'own/prices', '3f9a0c11d2e4', undefined],
])('a book %s', (_, place, priceBook, expected) => {
  using repository = temporaryRepository();
  mkdirSync(join(repository.folder, 'own/prices'), { recursive: true });
  symlinkSync('own/prices', join(repository.folder, 'link'));
  const said: string[] = [];
  const folder = place === undefined ? undefined : join(repository.folder, place);
  announceBook(folder, repository.folder, { priceBook }, (line) => said.push(line));
  expect(said).toEqual(expected === undefined ? [] : [expect.stringContaining(expected)]);
});

test('a check says that its prices lie in the repository, until its configuration pins them', async () => {
  using repository = temporaryRepository();
  const files = bookFiles([{ service: 'ec2', regions: ['r'], prices: { x: ['hour', '1'] } }]);
  const { id } = JSON.parse(String(files.get('manifest.json'))) as { id: string };
  repository.commit({ 'main.tf': 'resource "aws_iam_role" "r" {}\n' });
  repository.write(Object.fromEntries([...files].map(([name, bytes]) => [`book/${name}`, bytes])));
  const said = async (): Promise<string[]> => {
    const lines: string[] = [];
    const given = { plans: [], basePlans: [], states: [], priceBook: join(repository.folder, 'book') };
    const refs = { base: 'HEAD', head: 'HEAD' };
    await check({ repository: repository.folder, ...refs, given, say: (line) => lines.push(line) });
    return lines;
  };
  expect(await said()).toEqual([expect.stringContaining('a book in the repository, in book:')]);
  repository.git('reset', '--quiet');
  repository.write({ 'tollgate.yml': `price_book: '${id.slice(0, 12)}'\n` });
  repository.git('add', 'tollgate.yml');
  repository.git('commit', '--quiet', '-m', 'pin');
  expect(await said()).toEqual([]);
});
