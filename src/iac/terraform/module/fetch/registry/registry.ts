import type { RegistryAddress } from '../address/address.ts';
import { FetchProblem } from '../fetch-problem.ts';
import type { Answer, Network } from '../http/network.ts';
import { refused } from '../http/refused.ts';
import { FETCH_LIMITS } from '../limits.ts';
import { isRecord, parseJson } from './json.ts';

/** A module registry (Terraform, "Module Registry Protocol"; OpenTofu's differs in how it answers a download). */
export class Registry {
  readonly #network: Network;
  readonly #base: URL;

  private constructor(network: Network, base: URL) {
    this.#network = network;
    this.#base = base;
  }

  /** Asks a host where its modules are ("Remote Service Discovery"). Throws FetchProblem. */
  static async discover(network: Network, host: string): Promise<Registry> {
    const answer = await get(network, `https://${host}/.well-known/terraform.json`);
    if (answer.status !== 200) throw refused(answer, 'module registry');
    const services = parseJson(answer);
    const path = isRecord(services) ? services['modules.v1'] : undefined;
    if (typeof path !== 'string' || !URL.canParse(path, answer.url.href)) {
      throw new FetchProblem(`${answer.url.host} is no module registry.`);
    }
    const base = new URL(path, answer.url);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    return new Registry(network, base);
  }

  /** All versions of a module as the registry writes them. Throws FetchProblem. */
  async versions({ name }: RegistryAddress): Promise<readonly string[]> {
    const answer = await get(this.#network, new URL(`${name}/versions`, this.#base).href);
    if (answer.status !== 200) throw refused(answer, `module ${name}`);
    const modules = member(parseJson(answer), 'modules');
    const versions = Array.isArray(modules) ? member(modules[0], 'versions') : undefined;
    if (!Array.isArray(versions)) {
      throw new FetchProblem(`The versions that ${answer.url.host} lists cannot be understood.`);
    }
    return versions.map((one) => member(one, 'version')).filter((version) => typeof version === 'string');
  }

  /** The source address of a version's package. Throws FetchProblem. */
  async location({ name }: RegistryAddress, version: string): Promise<string> {
    const path = `${name}/${encodeURIComponent(version)}/download`;
    const answer = await get(this.#network, new URL(path, this.#base).href);
    if (answer.status !== 200 && answer.status !== 204)
      throw refused(answer, `version ${version} of ${name}`);
    const said =
      answer.headers.get('x-terraform-get') ?? (answer.status === 200 ? locationIn(answer) : undefined);
    if (said === undefined || said === '') {
      throw new FetchProblem(`${answer.url.host} does not say where version ${version} of ${name} is.`);
    }
    // A path is relative to the address that was asked; all else is an address as in a module call.
    return /^\.{0,2}\//.test(said) ? new URL(said, answer.url).href : said;
  }
}

function locationIn(answer: Answer): string | undefined {
  const location = member(parseJson(answer), 'location');
  return typeof location === 'string' ? location : undefined;
}

function get(network: Network, url: string): Promise<Answer> {
  const headers = { accept: 'application/json' };
  return network.ask({ url, scheme: 'registry', headers, limit: FETCH_LIMITS.document });
}

function member(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
