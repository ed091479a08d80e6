import type { Resource } from '../../model/resource.ts';
import { USAGE_ONLY_TYPES } from '../../model/usage-only.ts';
import type { Value } from '../../model/value.ts';
import { addressForm, typeOf } from './address.ts';
import type { Usage, UsageAddress } from './usage.ts';

/**
 * The blocks of a usage file that stand for themselves, as resources without arguments: `aws_data_transfer.eu` is what leaves a
 * region. They stand in the region that they name and belong to the file that they stand in. An address within a module or with an instance key is none of them.
 */
export function usageBlocks(addresses: readonly UsageAddress[], usage: Usage): Resource[] {
  return addresses.flatMap(({ address, source }) => {
    const type = typeOf(address) ?? '';
    const name = address.slice(type.length + 1);
    if (
      !USAGE_ONLY_TYPES.has(type) ||
      address !== `${type}.${name}` ||
      addressForm(address).keys.length > 0
    ) {
      return [];
    }
    const nothing: Value = { kind: 'null', origin: [] };
    const region = usage.of(address, type).get('region');
    return [
      {
        address,
        type,
        name,
        modulePath: '',
        provider: { name: 'aws', defaultTags: nothing },
        region: region?.kind === 'text' ? { kind: 'string', value: region.text, origin: [] } : nothing,
        attributes: { kind: 'object', entries: new Map(), origin: [] },
        source,
        project: source.file,
        repetition: 'exact',
      } satisfies Resource,
    ];
  });
}
