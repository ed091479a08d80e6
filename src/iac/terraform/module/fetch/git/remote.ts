import { FetchProblem } from '../fetch-problem.ts';
import type { Answer, Network } from '../http/network.ts';
import { refused } from '../http/refused.ts';
import { FETCH_LIMITS } from '../limits.ts';
import { commandRequest, lineOf, lines, packets } from './pkt-line.ts';

/** A ref and what it points at; `peeled` is the commit of an annotated tag. */
export interface RemoteRef {
  readonly name: string;
  readonly id: string;
  readonly peeled?: string;
}

/**
 * A git repository behind HTTPS, in version 2 of the protocol (gitprotocol-http, gitprotocol-v2): it lists refs and sends
 * one commit without its history. All methods throw FetchProblem.
 */
export class GitRemote {
  readonly algorithm: 'sha1' | 'sha256';
  readonly #network: Network;
  readonly #url: string;
  readonly #canFilter: boolean;

  private constructor(network: Network, url: string, capabilities: readonly string[]) {
    this.#network = network;
    this.#url = url;
    this.algorithm = capabilities.includes('object-format=sha256') ? 'sha256' : 'sha1';
    this.#canFilter = capabilities.some((one) => /^fetch=(.* )?filter( |$)/.test(one));
  }

  /** Asks what the server can do. */
  static async open(network: Network, url: string): Promise<GitRemote> {
    const answer = await network.ask({
      url: `${url}/info/refs?service=git-upload-pack`,
      scheme: 'git',
      headers: { 'git-protocol': 'version=2' },
      limit: FETCH_LIMITS.document,
    });
    if (answer.status !== 200) throw refused(answer, 'this git repository');
    if (answer.headers.get('content-type') !== 'application/x-git-upload-pack-advertisement') {
      throw new FetchProblem(`There is no git repository at this address of ${answer.url.host}.`);
    }
    const said = advertised(answer.body);
    if (!said.includes('version 2')) {
      throw new FetchProblem(`${answer.url.host} does not speak version 2 of the git protocol.`);
    }
    return new GitRemote(network, baseOf(answer.url), said);
  }

  /** Refs whose names begin with one of the prefixes, and HEAD. */
  async refs(prefixes: readonly string[]): Promise<readonly RemoteRef[]> {
    const args = ['peel', 'ref-prefix HEAD', ...prefixes.map((prefix) => `ref-prefix ${prefix}`)];
    const { body } = await this.#command('ls-refs', args, FETCH_LIMITS.document);
    return [...lines(body)].map((line) => {
      const [id = '', name = '', ...attributes] = line.split(' ');
      if (!/^[0-9a-f]{40,64}$/.test(id)) throw new FetchProblem('The list of refs cannot be understood.');
      const peeled = attributes.find((one) => one.startsWith('peeled:'))?.slice('peeled:'.length);
      return { name, id, ...(peeled === undefined ? {} : { peeled }) };
    });
  }

  /** The pack with commits and all their files up to a size; without their history, unless that is asked for. */
  async pack(wants: readonly string[], largest: number, history: 'none' | 'all'): Promise<Uint8Array> {
    const args = ['no-progress', 'ofs-delta'];
    if (history === 'none') args.push('deepen 1');
    if (this.#canFilter) args.push(`filter blob:limit=${largest}`);
    args.push(...wants.map((id) => `want ${id}`), 'done');
    return packOf((await this.#command('fetch', args, FETCH_LIMITS.packed)).body);
  }

  async #command(name: string, args: readonly string[], limit: number): Promise<Answer> {
    const answer = await this.#network.ask({
      url: `${this.#url}/git-upload-pack`,
      scheme: 'git',
      headers: {
        'git-protocol': 'version=2',
        'content-type': 'application/x-git-upload-pack-request',
        accept: 'application/x-git-upload-pack-result',
      },
      body: commandRequest(name, [`object-format=${this.algorithm}`], args),
      limit,
    });
    if (answer.status !== 200) throw refused(answer, 'this git repository');
    return answer;
  }
}

/** What stands before the list of refs: the service's name is followed by a flush, which version 2 leaves out or not. */
function advertised(body: Uint8Array): readonly string[] {
  const found: string[] = [];
  for (const packet of packets(body)) if (packet.kind === 'data') found.push(lineOf(packet.data));
  return found;
}

/** The repository's own address, which a redirect may have changed. */
function baseOf(url: URL): string {
  return `${url.origin}${url.pathname.replace(/\/info\/refs$/, '')}`;
}

/** Bands of the section `packfile`: data, what to show a person, and the reason why nothing more comes. */
const [DATA, ERROR] = [1, 3];

function packOf(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let isPack = false;
  for (const packet of packets(body)) {
    if (packet.kind !== 'data') continue;
    const { data } = packet;
    if (!isPack) {
      isPack = lineOf(data) === 'packfile';
      continue;
    }
    if (data[0] === DATA) parts.push(data.subarray(1));
    else if (data[0] === ERROR) lineOf(Buffer.concat([Buffer.from('ERR '), data.subarray(1)]));
  }
  if (parts.length === 0) throw new FetchProblem('The git server sent no files.');
  return Buffer.concat(parts);
}
