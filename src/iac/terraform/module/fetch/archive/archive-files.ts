import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import type { ArchiveAddress, ArchiveFormat } from '../address/address.ts';
import { FetchProblem } from '../fetch-problem.ts';
import type { Network } from '../http/network.ts';
import { refused } from '../http/refused.ts';
import { FETCH_LIMITS } from '../limits.ts';
import { tooLarge } from './contents.ts';
import { readTar } from './tar.ts';
import { readZip } from './zip.ts';

/** The files of an archive behind an address, held against its checksum. Throws FetchProblem. */
export async function archiveFiles(network: Network, address: ArchiveAddress): Promise<PackedFiles> {
  const answer = await network.ask({ url: address.url, scheme: 'archive', limit: FETCH_LIMITS.packed });
  if (answer.status !== 200) throw refused(answer, 'this archive');
  if (address.checksum !== undefined) mustMatch(answer.body, address.checksum);
  return unpack(answer.body, address.format);
}

/** The files of an archive. Throws FetchProblem when it is broken, too large, or leads out of itself. */
export function unpack(bytes: Uint8Array, format: ArchiveFormat): PackedFiles {
  if (format === 'zip') return readZip(bytes);
  return readTar(format === 'tar' ? bytes : gunzip(bytes));
}

function gunzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: FETCH_LIMITS.unpacked });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw new FetchProblem('The archive is cut off or broken.');
  }
}

/** Names of digests by their length in hexadecimal digits (go-getter, "Checksumming"). */
const BY_LENGTH: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' };

function mustMatch(bytes: Uint8Array, checksum: string): void {
  const [, named, digest = ''] = /^(?:(md5|sha1|sha256|sha512):)?([0-9a-f]+)$/i.exec(checksum) ?? [];
  const algorithm = named?.toLowerCase() ?? BY_LENGTH[digest.length];
  if (algorithm === undefined) {
    throw new FetchProblem('The checksum of the address is in a form that is not read: give sha256:…');
  }
  if (createHash(algorithm).update(bytes).digest('hex') !== digest.toLowerCase()) {
    throw new FetchProblem('The archive is not the one that the checksum of the address names.');
  }
}
