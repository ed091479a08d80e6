import { expect, test } from 'vitest';

import { packageKey } from './address.ts';
import { parseAddress } from './parse-address.ts';
import { shownAddress } from './shown-address.ts';

/** What an address means, in one line. */
function shown(source: string): string {
  const address = parseAddress(source);
  if (address.kind === 'local') return 'local';
  if (address.kind === 'invalid') return `invalid: ${address.problem.split(':')[0] ?? ''}`;
  if (address.kind === 'other') return `other: ${address.what}`;
  const more = address.kind === 'archive' ? ` ${address.format} ${address.checksum ?? ''}`.trimEnd() : '';
  const ssh = address.kind === 'git' && address.isSsh ? ' ssh' : '';
  return `${address.kind} ${packageKey(address)} [${address.subfolder}]${more}${ssh}`;
}

const registry = 'registry registry.terraform.io';
const notHttps = 'invalid: Modules are fetched over HTTPS only.';
const unknown =
  'invalid: The source is neither a path that begins with ./ or ../ nor an address that is known.';

test.each([
  ['./a', 'local'],
  ['../a', 'local'],
  ['..', 'local'],
  ['terraform-aws-modules/vpc/aws', `${registry}/terraform-aws-modules/vpc/aws []`],
  ['terraform-aws-modules/iam/aws//modules/role', `${registry}/terraform-aws-modules/iam/aws [modules/role]`],
  ['app.example.com/org/vpc/aws', 'registry app.example.com/org/vpc/aws []'],
  ['App.Example.com:8443/org/vpc/aws//x/', 'registry app.example.com:8443/org/vpc/aws [x]'],
  ['org/vpc/AWS', unknown],
  ['org/vpc', unknown],
  ['modules/vpc', unknown],
  ['gitlab.com/org/vpc/aws', unknown],
  ['git::https://example.com/vpc.git', 'git git::https://example.com/vpc.git []'],
  ['git::https://example.com/vpc.git?ref=v1.2.0', 'git git::https://example.com/vpc.git?ref=v1.2.0 []'],
  [
    'git::https://example.com/a/vpc.git//sub/dir?ref=a/b&depth=1',
    'git git::https://example.com/a/vpc.git?ref=a/b [sub/dir]',
  ],
  ['git::https://example.com:8443/vpc//a', 'git git::https://example.com:8443/vpc [a]'],
  ['git::https://user:secret@example.com/vpc.git', 'git git::https://example.com/vpc.git []'],
  [
    'git::ssh://git@example.com:2222/org/vpc.git?ref=v1',
    'git git::https://example.com/org/vpc.git?ref=v1 [] ssh',
  ],
  ['git::git@github.com:org/vpc.git//m?ref=v1', 'git git::https://github.com/org/vpc.git?ref=v1 [m] ssh'],
  ['git@github.com:org/vpc.git', 'git git::https://github.com/org/vpc.git [] ssh'],
  ['git@ssh.example.com:org/vpc//m?ref=v1', 'git git::https://ssh.example.com/org/vpc?ref=v1 [m] ssh'],
  ['github.com/org/vpc', 'git git::https://github.com/org/vpc.git []'],
  ['github.com/org/vpc.git//sub?ref=v1', 'git git::https://github.com/org/vpc.git?ref=v1 [sub]'],
  ['git::github.com/org/vpc?ref=v1', 'git git::https://github.com/org/vpc.git?ref=v1 []'],
  [
    'github.com/org/vpc/sub',
    'invalid: An address of github.com or bitbucket.org is HOST/OWNER/NAME; a folder in it stands behind "//".',
  ],
  ['bitbucket.org/org/vpc', 'git git::https://bitbucket.org/org/vpc.git []'],
  ['gitlab.com/org/vpc', unknown],
  ['git::http://example.com/vpc.git', notHttps],
  ['git::file:///etc/vpc.git', 'other: a path of the machine'],
  ['http://example.com/vpc.zip', notHttps],
  ['https://example.com/vpc.zip', 'archive https://example.com/vpc.zip [] zip'],
  ['https://user:s3cret@example.com/vpc.zip?x=1#part', 'archive https://example.com/vpc.zip?x=1 [] zip'],
  ['https://example.com/vpc.tgz//sub', 'archive https://example.com/vpc.tgz [sub] tar.gz'],
  [
    'https://example.com/vpc.tar.gz?checksum=md5:00',
    'archive https://example.com/vpc.tar.gz?checksum=md5:00 [] tar.gz md5:00',
  ],
  ['https://example.com/vpc.tar', 'archive https://example.com/vpc.tar [] tar'],
  ['https://example.com/tarball/v1//*?archive=tar.gz', 'archive https://example.com/tarball/v1 [*] tar.gz'],
  ['https://example.com/a?archive=zip&x=1', 'archive https://example.com/a?x=1 [] zip'],
  ['https://example.com/vpc', 'invalid: The address names no archive'],
  ['https://example.com/vpc.rar?archive=rar', 'invalid: The address names no archive'],
  ['s3::https://s3.amazonaws.com/b/vpc.zip', 'other: an S3 bucket'],
  ['gcs::https://www.googleapis.com/storage/v1/b/vpc.zip', 'other: a Google Cloud Storage bucket'],
  ['hg::https://example.com/vpc.hg', 'other: a Mercurial repository'],
  ['oci://example.com/vpc', 'other: an OCI registry'],
  ['/opt/modules/vpc', 'other: a path of the machine'],
  ['ftp::https://example.com/x.zip', 'invalid: There is no way "ftp'],
  ['git::https://example.com/vpc.git//../other', 'invalid: The part behind "//" leads out of the package.'],
  [
    'git::https://example.com/vpc.git?ref=--upload-pack=x',
    'invalid: The "ref" of the address is no name of a branch, tag or commit.',
  ],
  [
    'git::https://example.com/vpc.git?ref=a%0Ab',
    'invalid: The "ref" of the address is no name of a branch, tag or commit.',
  ],
  ['git::not a url', 'invalid: The source is no address'],
  ['git::https://', 'invalid: The address of the git repository cannot be understood.'],
  ['', unknown],
  [`a/b/${'c'.repeat(3000)}`, 'invalid: The source is no address'],
])('%s', (source, expected) => {
  expect(shown(source)).toBe(expected);
});

test.each([
  ['git::https://user:secret@example.com/vpc.git?ref=v1', 'git::https://***@example.com/vpc.git?ref=v1'],
  ['git::https://ghp_secret@github.com/a/b', 'git::https://***@github.com/a/b'],
  ['git::ssh://git@github.com/a/b?sshkey=AAAA&ref=v1', 'git::ssh://git@github.com/a/b?sshkey=***&ref=v1'],
  ['https://x.com/a.zip?access_token=abc&v=2', 'https://x.com/a.zip?access_token=***&v=***'],
  [
    's3::https://s3.com/b?aws_access_key_id=A&aws_access_key_secret=B',
    's3::https://s3.com/b?aws_access_key_id=***&aws_access_key_secret=***',
  ],
  [
    'https://x.com/a.zip?X-Amz-Signature=abc&archive=zip',
    'https://x.com/a.zip?X-Amz-Signature=***&archive=zip',
  ],
  ['git::user:secret@example.com:a/b.git', 'git::***@example.com:a/b.git'],
  ['git@example.com:a/b.git?ref=v1&depth=1', 'git@example.com:a/b.git?ref=v1&depth=1'],
  [
    'https://x.blob.com/a.zip?sv=2&sig=abc&checksum=md5:1',
    'https://x.blob.com/a.zip?sv=***&sig=***&checksum=md5:1',
  ],
  ['tfr://registry.example.com/a/b/c?version=1.2.3', 'tfr://registry.example.com/a/b/c?version=1.2.3'],
  ['org/vpc/aws', 'org/vpc/aws'],
])('%s is shown without its secrets', (source, expected) => {
  expect(shownAddress(source)).toBe(expected);
});
