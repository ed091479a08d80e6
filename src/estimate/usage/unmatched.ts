import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource, UnresolvedModule } from '../../model/resource.ts';
import { clip } from '../evaluate/reading.ts';
import { type AddressForm, addressForm, wildcards } from './address.ts';
import type { UsageAddress } from './usage.ts';

/**
 * A warning for each address of a usage file that no resource has: its usage counts nowhere. To be asked with all resources
 * of the repository. A resource whose instances are not known may have any, and what lies in a module that cannot be
 * looked into is not judged.
 */
export function unmatchedUsage(
  addresses: readonly UsageAddress[],
  resources: readonly Pick<Resource, 'address'>[],
  unresolved: readonly Pick<UnresolvedModule, 'address'>[],
): readonly Diagnostic[] {
  const known = new Map<string, Instances>();
  for (const form of resources.map(({ address }) => addressForm(address))) {
    let instances = known.get(form.form);
    if (instances === undefined) known.set(form.form, (instances = new Instances()));
    instances.add(form);
  }
  const hidden = unresolved.map(({ address }) => `${addressForm(address).form}.`);
  return addresses.flatMap(({ address, source }) => {
    const pattern = addressForm(address);
    if (known.get(pattern.form)?.has(pattern) === true) return [];
    if (hidden.some((prefix) => pattern.form.startsWith(prefix))) return [];
    const message = `The usage of "${clip(address)}" is not used: there is no such resource.`;
    const hint = 'Write the address as the report shows it; [*] stands for any instance.';
    return [{ severity: 'warning', code: 'usage-unmatched', message, source, hint }];
  });
}

/** Resources whose addresses differ in instance keys only. Many addresses are looked up among many instances. */
class Instances {
  readonly #forms: AddressForm[] = [];
  readonly #byMask = new Map<string, ReadonlySet<string>>();
  #isOpen = false;

  add(form: AddressForm): void {
    this.#forms.push(form);
    this.#isOpen ||= wildcards(form) > 0;
  }

  /** Whether a pattern covers one of them. */
  has({ keys }: AddressForm): boolean {
    const mask = keys.map((key) => key === '[*]');
    const masked = (all: readonly string[]): string =>
      all.filter((_, index) => mask[index] !== true).join('');
    const name = mask.join();
    let found = this.#byMask.get(name);
    if (found === undefined)
      this.#byMask.set(name, (found = new Set(this.#forms.map((form) => masked(form.keys)))));
    return this.#isOpen || found.has(masked(keys));
  }
}
