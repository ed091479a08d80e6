import type { Binding } from '../../model/billing/binding.ts';
import type { Environment } from '../../model/billing/terms.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import type { Identity } from './cell-index.ts';

const NONE: readonly Binding[] = [];

/** The bindings of one environment by customer. */
export class BindingIndex {
  readonly #byCustomer = new Map<string, Binding[]>();

  constructor({ bindings }: Catalogue, environment: Environment) {
    for (const { binding } of bindings) {
      if (binding.environment !== environment) continue;
      const key = `${binding.type} ${binding.id}`;
      const own = this.#byCustomer.get(key);
      if (own === undefined) this.#byCustomer.set(key, [binding]);
      else own.push(binding);
    }
  }

  /** Those of a customer to a profile, of any version. */
  of({ type, customer }: Identity, profile: string): readonly Binding[] {
    const own = this.#byCustomer.get(`${type} ${customer}`) ?? NONE;
    return own.filter((binding) => binding.profile.startsWith(`${profile}@`));
  }
}
