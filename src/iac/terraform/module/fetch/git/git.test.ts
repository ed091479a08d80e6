import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';

import { gitBackend } from '../../../../../../test/support/loopback/git-backend.ts';
import { type Handler, loopbackServer } from '../../../../../../test/support/loopback/server.ts';
import { temporaryRepository } from '../../../../../../test/support/temporary-repository.ts';
import type { TemporaryRepository } from '../../../../../../test/support/temporary-repository.ts';
import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import { parseAddress } from '../address/parse-address.ts';
import type { Credential } from '../http/permission.ts';
import { Network } from '../http/network.ts';
import { findCommit } from './git-commit.ts';
import { commitFiles } from './git-files.ts';
import { GitRemote } from './remote.ts';

interface Fetched {
  readonly id: string;
  readonly files: PackedFiles;
}

/** Fetches a ref of a repository from a real git server; `handler` may stand in front of it. */
async function fetchRef(
  repository: TemporaryRepository,
  ref: string,
  handler: (inner: Handler) => Handler = (inner) => inner,
  credentials: (host: string) => readonly Credential[] = () => [],
): Promise<Fetched> {
  await using server = await loopbackServer(handler(gitBackend(dirname(repository.folder))));
  const source = `git::https://${server.host}/${basename(repository.folder)}/.git${ref === '' ? '' : `?ref=${ref}`}`;
  const address = parseAddress(source);
  if (address.kind !== 'git') throw new Error(`${source} is no address of git`);
  const permission = { hosts: [server.host], credentials: credentials(server.host), environment: {} };
  const remote = await GitRemote.open(new Network(permission), address.url);
  const { id } = await findCommit(remote, address);
  return { id, files: await commitFiles(remote, id) };
}

const texts = ({ files }: PackedFiles): Record<string, string> =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));

describe('a commit from a git server', () => {
  test.each([
    ['the head', ''],
    ['a branch', 'main'],
    ['a full name', 'refs/heads/main'],
    ['a lightweight tag', 'light'],
    ['an annotated tag', 'v1.0.0'],
    ['a branch with a slash', 'feature/x'],
    ['its id', 'ID'],
  ])('by %s', async (_, ref) => {
    using repository = temporaryRepository();
    repository.commit({ 'old.tf': 'gone' });
    repository.git('rm', '--quiet', 'old.tf');
    const id = repository.commit({ 'main.tf': 'a = 1\n', 'modules/sub/main.tf': 'b = 2\n', empty: '' });
    repository.git('tag', 'light');
    repository.git('tag', '--annotate', '--message', 'one', 'v1.0.0');
    repository.git('branch', 'feature/x');
    const fetched = await fetchRef(repository, ref === 'ID' ? id : ref);
    expect(fetched.id).toBe(id);
    expect(texts(fetched.files)).toEqual({
      empty: '',
      'main.tf': 'a = 1\n',
      'modules/sub/main.tf': 'b = 2\n',
    });
  });

  test('that is no branch and no tag any more', async () => {
    using repository = temporaryRepository();
    const id = repository.commit({ 'main.tf': 'a = 1\n' });
    repository.commit({ 'main.tf': 'a = 2\n' });
    expect(texts((await fetchRef(repository, id)).files)).toEqual({ 'main.tf': 'a = 1\n' });
  });

  test('with files that are stored as differences', async () => {
    using repository = temporaryRepository();
    const long = Array.from({ length: 4000 }, (_, line) => `line ${line * 7919}\n`).join('');
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `f${String(index).padStart(2, '0')}.tf`,
        `${long}${index}\n`,
      ]),
    );
    repository.commit(files);
    repository.git('gc', '--quiet', '--aggressive');
    expect(texts((await fetchRef(repository, '')).files)).toEqual(files);
  });

  test('in a repository of SHA-256', async () => {
    using repository = temporaryRepository();
    repository.git('init', '--quiet', '--object-format=sha256', 'inner');
    const inner = { ...repository, folder: `${repository.folder}/inner` };
    const git = (...args: string[]): string => repository.git('-C', 'inner', ...args);
    repository.write({ 'inner/main.tf': 'a = 1\n' });
    git('add', '--all');
    git('commit', '--quiet', '--message', 'one');
    const fetched = await fetchRef(inner, git('rev-parse', 'HEAD'));
    expect(fetched.id).toHaveLength(64);
    expect(texts(fetched.files)).toEqual({ 'main.tf': 'a = 1\n' });
  });

  test('holds links and submodules apart from files, and leaves out what is too large', async () => {
    using repository = temporaryRepository();
    repository.commit({ 'main.tf': 'a = 1\n', 'large.bin': new Uint8Array(9 * 1024 * 1024) });
    const commit = repository.git('rev-parse', 'HEAD');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},sub`);
    const link = repository.git('hash-object', '-w', 'main.tf');
    repository.git('update-index', '--add', '--cacheinfo', `120000,${link},link.tf`);
    repository.git('commit', '--quiet', '--message', 'more');
    const { files } = await fetchRef(repository, '');
    expect([...files.files.keys()]).toEqual(['main.tf']);
    expect([...files.links.keys()]).toEqual(['link.tf']);
    expect([...files.submodules]).toEqual([['sub', commit]]);
    expect(files.skipped.map(({ path, reason }) => `${path}: ${reason}`)).toEqual(['large.bin: too large']);
  });

  test('that the server gives out with its branch only', async () => {
    using repository = temporaryRepository();
    const id = repository.commit({ 'main.tf': 'a = 1\n' });
    repository.commit({ 'main.tf': 'a = 2\n' });
    const fetched = await fetchRef(repository, id, (inner) => (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (text.includes(`want ${id}`) && text.includes('deepen 1')) {
          response.setHeader('content-type', 'application/x-git-upload-pack-result');
          response.end('0036ERR upload-pack: not our ref, it is not advertised');
          return;
        }
        inner(replay(request, text), response);
      });
    });
    expect(texts(fetched.files)).toEqual({ 'main.tf': 'a = 1\n' });
  });
});

/** A request whose body was read already. */
function replay(request: Parameters<Handler>[0], body: string): Parameters<Handler>[0] {
  const { url, method, headers } = request;
  const pipe = (to: NodeJS.WritableStream): NodeJS.WritableStream => to.end(body);
  return { url, method, headers, pipe } as unknown as Parameters<Handler>[0];
}

describe('a private repository', () => {
  const locked =
    (inner: Handler): Handler =>
    (request, response) => {
      if (request.headers.authorization === `Basic ${btoa('x-access-token:s3cret')}`)
        inner(request, response);
      else response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
    };

  test('is read with the token for its host', async () => {
    using repository = temporaryRepository();
    repository.commit({ 'main.tf': 'a = 1\n' });
    const fetched = await fetchRef(repository, '', locked, (host) => [{ host, token: 's3cret' }]);
    expect(texts(fetched.files)).toEqual({ 'main.tf': 'a = 1\n' });
  });

  test.each([
    ['without one', (): readonly Credential[] => []],
    ['with one for another host', (): readonly Credential[] => [{ host: 'github.com', token: 's3cret' }]],
    ['with a wrong one', (host: string): readonly Credential[] => [{ host, token: 'other' }]],
  ])('is refused %s, and says how to name a token', async (_, credentials) => {
    using repository = temporaryRepository();
    repository.commit({ 'main.tf': 'a = 1\n' });
    await expect(fetchRef(repository, '', locked, credentials)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^localhost:\d+ does not give out this git repository \(HTTP 401\)\.$/,
      ) as string,
      hint: expect.stringContaining('"modules.credentials"') as string,
    });
  });
});

describe('what is broken on the way', () => {
  const isPack = (body: Buffer): boolean => body.includes('packfile');
  /** Changes one byte that is `from` bytes from the end. */
  const flipped = (body: Buffer, from: number): Buffer => {
    const copy = Buffer.from(body);
    copy[copy.length - from] = (copy[copy.length - from] ?? 0) ^ 0xff;
    return copy;
  };

  test.each<[string, (body: Buffer) => Buffer, RegExp]>([
    ['a cut answer', (body) => body.subarray(0, body.length - 40), /cut off/],
    ['a byte of the pack', (body) => flipped(body, 60), /cut off or broken/],
    ['no protocol at all', () => Buffer.from('<html>nothing</html>'), /not in the protocol of git/],
    ['an empty answer', () => Buffer.alloc(0), /sent no files/],
  ])('is told: %s', async (_, change, message) => {
    using repository = temporaryRepository();
    repository.commit({ 'main.tf': 'a = 1\n'.repeat(50) });
    const broken = (): Handler =>
      gitBackend(dirname(repository.folder), (body) => (isPack(body) ? change(body) : body));
    await expect(fetchRef(repository, '', broken)).rejects.toThrow(message);
  });

  test('a ref that is not there', async () => {
    using repository = temporaryRepository();
    repository.commit({ 'main.tf': 'a = 1\n' });
    await expect(fetchRef(repository, 'v9')).rejects.toThrow('no branch and no tag "v9"');
    await expect(fetchRef(repository, 'abc1234')).rejects.toMatchObject({
      hint: expect.stringContaining('all') as string,
    });
    await expect(fetchRef(repository, 'f'.repeat(40))).rejects.toThrow(/refuses|did not send/);
  });

  test('a server that is none of git', async () => {
    using repository = temporaryRepository();
    const other = (): Handler => (_, response) => response.end('<html></html>');
    await expect(fetchRef(repository, '', other)).rejects.toThrow(
      'There is no git repository at this address',
    );
  });
});
