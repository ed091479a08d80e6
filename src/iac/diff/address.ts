/** One part of an address: `module.web["eu"]` or `aws_instance.app[0]`. */
export interface AddressPart {
  /** `module.web` or `aws_instance.app`. */
  readonly name: string;
  /** `""`, `[0]` or `["eu"]`. */
  readonly key: string;
}

const part = /(module\.[^.[\]]+|[^.[\]]+\.[^.[\]]+)((?:\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\])?)(?:\.|$)/y;

/** The parts of a resource or module address; undefined when it is none. */
export function parseAddress(address: string): readonly AddressPart[] | undefined {
  const parts: AddressPart[] = [];
  part.lastIndex = 0;
  let at = 0;
  while (at < address.length) {
    const match = part.exec(address);
    if (match === null) return undefined;
    parts.push({ name: match[1] ?? '', key: match[2] ?? '' });
    at = part.lastIndex;
  }
  return parts.length === 0 || address.endsWith('.') ? undefined : parts;
}

/** The address of parts. */
export function formatAddress(parts: readonly AddressPart[]): string {
  return parts.map(({ name, key }) => name + key).join('.');
}
