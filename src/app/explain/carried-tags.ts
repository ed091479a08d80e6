import type { Explanation, ExplainedValue } from '../../model/explanation.ts';
import { DEFAULT_TAGS } from './explain-resource.ts';
import { joined } from './leaves.ts';

/** Where a resource has its tags written, by the names that they are asked for by; the others are computed by the provider. */
const WRITTEN: Readonly<Record<string, string>> = {
  tags: 'tags',
  tags_all: 'tags',
  labels: 'labels',
  terraform_labels: 'labels',
  effective_labels: 'labels',
};

/**
 * The tags of a resource under the name that a path begins with: those that are written on it, and those of its provider that
 * it does not override. None for a path to anything else.
 */
export function carriedTags({ resource, values }: Explanation, path: string): readonly ExplainedValue[] {
  const [root = ''] = /^\w+/.exec(path) ?? [];
  const written = Object.hasOwn(WRITTEN, root) ? WRITTEN[root] : undefined;
  if (resource === null || written === undefined) return [];
  const own = values.flatMap((value) => renamed(value, written, root));
  const known = new Set(own.map((value) => value.path));
  const added = new Set(
    resource.tags
      .filter(({ from }) => from === 'provider-default')
      .map(({ key }) => joined(DEFAULT_TAGS, key)),
  );
  const defaults = resource.defaultTags.filter((value) => added.has(value.path));
  return [
    ...own,
    ...defaults.flatMap((value) => renamed(value, DEFAULT_TAGS, root)).filter((tag) => !known.has(tag.path)),
  ];
}

function renamed(value: ExplainedValue, from: string, to: string): ExplainedValue[] {
  const rest = value.path.slice(from.length);
  return value.path.startsWith(from) && /^[.[]/.test(rest) ? [{ ...value, path: to + rest }] : [];
}
