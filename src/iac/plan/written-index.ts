import type { Resource } from '../../model/resource.ts';
import { formatAddress, parseAddress } from '../diff/address.ts';

/** The resources that the configuration describes, to find what belongs to an object of a plan or a state. */
export class WrittenIndex {
  readonly #byAddress: ReadonlyMap<string, Resource>;
  readonly #byBlock = new Map<string, Resource>();
  readonly resources: readonly Resource[];

  constructor(resources: readonly Resource[]) {
    this.resources = resources;
    this.#byAddress = new Map(resources.map((resource) => [resource.address, resource]));
    for (const resource of resources) {
      const block = blockAddress(resource.address);
      if (!this.#byBlock.has(block)) this.#byBlock.set(block, resource);
    }
  }

  /** The instance of an address, or the one that stands for an unknown number of them: its values hold for the object. */
  instance(address: string): Resource | undefined {
    const found = this.#byAddress.get(address);
    if (found !== undefined || !address.includes('[')) return found;
    return this.#byAddress.get(address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '[*]'));
  }

  /** Any instance of the block of an address: it tells where the block is, and which provider it has. */
  block(address: string): Resource | undefined {
    return this.#byBlock.get(blockAddress(address));
  }
}

/** An address without instance keys. */
export function blockAddress(address: string): string {
  if (!address.includes('[')) return address;
  const parts = parseAddress(address);
  return parts === undefined ? address : formatAddress(parts.map(({ name }) => ({ name, key: '' })));
}
