import { openCatalog } from '../../estimate/catalog/catalog.ts';
import { costKey, estimateResources } from '../../estimate/estimate-all.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { ExplainedResource, ExplainedTag } from '../../model/explanation.ts';
import type { Resource } from '../../model/resource.ts';
import type { TagState } from '../../model/tags.ts';
import { openBook } from '../../pricing/book.ts';
import { tagReader } from '../check/tags.ts';
import { readUsage } from '../check/usage.ts';
import type { ExplainRequest } from './explain-found.ts';
import type { Provenance } from './provenance.ts';

/** The path of the tags that a provider adds. */
export const DEFAULT_TAGS = 'default_tags';

/** What the price of a resource was worked out from. */
export interface PricedPaths {
  readonly status: ResourceCost['status'];
  /** Whether the price rests on the attribute under a path. */
  readonly has: (path: string) => boolean;
  /** Attributes that it asks for and that are not written. */
  readonly notWritten: readonly string[];
  /** Attributes of other resources that it rests on, by address. */
  readonly elsewhere: readonly string[];
}

/** Prices the project of a resource to hear which of its attributes the catalog asks for. */
export function pricedPaths({ tree, config, found }: ExplainRequest, resource: Resource): PricedPaths {
  const catalog = openCatalog();
  const paths = new Set<string>();
  const notWritten = new Set<string>();
  const elsewhere = new Set<string>();
  const resources = found.result.resources.filter(({ project }) => project === resource.project);
  const costs = estimateResources(resources, {
    catalog,
    book: openBook(),
    usage: readUsage(tree, config, catalog).usage,
    asked(one, path, value, of) {
      // The region is told apart.
      if (one !== resource || value === resource.region) return;
      const name = withoutIndexes(path.slice(path.indexOf(':') + 1));
      if (of !== undefined && value !== undefined) elsewhere.add(`${of.address}.${name}`);
      if (path.includes(':')) return;
      if (value === undefined) notWritten.add(name);
      else paths.add(name);
    },
  });
  const status = costs.get(costKey(resource.project, resource.address))?.status ?? 'unknown-type';
  const missing = [...notWritten].filter((path) => !paths.has(path)).sort(byCodePoint);
  return {
    status,
    has: (path) => paths.has(withoutIndexes(path)),
    notWritten: missing,
    elsewhere: [...elsewhere].sort(byCodePoint),
  };
}

/** `root_block_device[0].volume_size` as the catalog writes it. */
function withoutIndexes(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}

/** What is only told of resources: region, price, tags with where each is from. */
export function explainResource(
  resource: Resource,
  price: PricedPaths,
  provenance: Provenance,
): ExplainedResource {
  const tags = tagReader()(resource);
  return {
    type: resource.type,
    repetition: resource.repetition,
    region: provenance.value(
      resource.region,
      'region',
      price.status !== 'free' && price.status !== 'unknown-type',
    ),
    price: price.status,
    notWritten: price.notWritten,
    alsoPriced: price.elsewhere,
    tags: [...tags.keys]
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([key, state]) => explainTag(hasSecretKeys(resource, state) ? SECRET_KEY : key, state)),
    moreTags: tags.others.state === 'open' ? tags.others.reason : null,
    defaultTags: provenance
      .parts(resource.provider.defaultTags, DEFAULT_TAGS)
      .values.map((value) => ({ ...value, addedBy: addedBy(resource) })),
  };
}

function addedBy({ provider: { name, alias } }: Resource): string {
  const what = name.startsWith('google') ? 'default labels' : 'default tags';
  return `${what} of provider ${alias === undefined ? name : `${name}.${alias}`}`;
}

const SECRET_KEY = '(sensitive)';

/** Whether the map that a tag is from is a secret as a whole: then its keys are, too. */
function hasSecretKeys({ attributes, provider }: Resource, tag: TagState): boolean {
  if (tag.state !== 'present') return false;
  if (tag.from === 'provider-default') return provider.defaultTags.sensitive === true;
  return ['tags', 'labels'].some((name) => attributes.entries.get(name)?.sensitive === true);
}

function explainTag(key: string, tag: Exclude<TagState, { state: 'absent' }>): ExplainedTag {
  if (tag.state === 'unknown') {
    return { key, state: 'unknown', value: null, reason: tag.reason, from: null, source: null };
  }
  const { sensitive, value, from, source } = tag;
  const state = sensitive === true ? 'sensitive' : value === null ? 'unknown' : 'known';
  return { key, state, value: state === 'known' ? value : null, reason: null, from, source: source ?? null };
}
