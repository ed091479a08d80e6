/** An address with its instance keys taken out: `aws_instance.web[*]` and `["[0]"]`. */
export interface AddressForm {
  readonly form: string;
  readonly keys: readonly string[];
}

const WILDCARD = '[*]';

/** Takes the instance keys out of an address. A `]` inside of a quoted key does not end it. */
export function addressForm(address: string): AddressForm {
  const keys: string[] = [];
  const form = address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, (key) => {
    keys.push(key);
    return WILDCARD;
  });
  return { form, keys };
}

/** Whether a pattern of the same form covers an address: each key is the same, or `*` in the pattern. */
export function covers(pattern: AddressForm, address: AddressForm): boolean {
  return (
    pattern.form === address.form &&
    pattern.keys.every((key, index) => key === WILDCARD || key === address.keys[index])
  );
}

/** How many keys of a pattern are `*`: the fewer, the more specific it is. */
export function wildcards(pattern: AddressForm): number {
  return pattern.keys.filter((key) => key === WILDCARD).length;
}

/** The resource type in an address; undefined when it has none. */
export function typeOf(address: string): string | undefined {
  return /(?:^|\.)([a-z0-9_]+)\.[^.]+$/.exec(addressForm(address).form)?.[1];
}
