import type { Catalog } from '../../../estimate/catalog/catalog.ts';
import { taggableTable } from '../../../tags/table.ts';

/** Attributes that tell which object it is, where it is, and whose: also of what it creates. */
const IDENTITY = [
  ...['id', 'arn', 'name', 'region', 'location', 'zone', 'availability_zone', 'self_link'],
  ...['tags', 'tags_all', 'labels', 'terraform_labels', 'effective_labels', 'tag', 'tag_specifications'],
  ...['volume_tags', 'root_block_device', 'ebs_block_device', 'propagate_tags', 'launch_template'],
];

/** For a type, the attributes that figures, tags and identity rest on. Worked out once a type. */
export function askedAttributes(catalog: Catalog): (type: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (type) => {
    let names = known.get(type);
    if (names === undefined)
      known.set(type, (names = new Set([...IDENTITY, ...catalog.attributes(type), ...tagRoot(type)])));
    return names;
  };
}

/** The same for all types together. */
export function allAskedAttributes(catalog: Catalog): ReadonlySet<string> {
  return new Set([...IDENTITY, ...catalog.types.priced.flatMap((type) => [...catalog.attributes(type)])]);
}

/** The argument that holds the tags of a type, or the block that it is in. */
function tagRoot(type: string): readonly string[] {
  const found = taggableTable.find(type);
  return found === undefined || found === 'no' ? [] : [found.attribute.split(/[.[]/)[0] ?? found.attribute];
}
