import { diffResources } from '../../../src/iac/diff/diff-resources.ts';
import { toPlain } from '../../../src/iac/terraform/evaluate/plain.ts';
import type { PlanSides } from '../../../src/iac/plan/sides.ts';
import type { Change } from '../../../src/model/change.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { effectiveTags } from '../../../src/tags/effective.ts';
import { taggableTable } from '../../../src/tags/table.ts';

const facts = {
  replaceOn: () => [],
  inheritsDefaultTags: (type: string): boolean => {
    const taggable = taggableTable.find(type);
    return taggable !== undefined && taggable !== 'no' && taggable.defaults;
  },
};

/** The changes of a plan as text: what is done, where, with which tags and attributes, and what differs. */
export function showSides({ base, head, moved, forgotten, gaps }: PlanSides): string {
  const changes = diffResources(base, head, moved, facts).map(showChange);
  const left = forgotten.map(({ from }) => `forgotten ${from}`);
  return [...changes, ...left, ...gaps.map(({ project }) => `gaps in ${project}`)].join('\n');
}

function showChange({ action, address, previousAddress, base, head, differences, replaceBecause }: Change): string {
  const resource = head ?? base;
  if (resource === undefined) throw new Error(`${address} is on no side.`);
  const { source, region, provider } = resource;
  const from = previousAddress === undefined ? '' : ` from ${previousAddress}`;
  const alias = provider.alias === undefined ? '' : `.${provider.alias}`;
  return [
    `${action} ${address}${from}`,
    `  at ${source.file}:${source.start.line}, ${provider.name}${alias} in ${JSON.stringify(toPlain(region))}`,
    `  tags: ${showTags(resource)}`,
    `  ${JSON.stringify(toPlain(resource.attributes))}`,
    ...differences.map(({ path, certainty }) => `  ${certainty}: ${path}`),
    ...replaceBecause.map((path) => `  replaced because of ${path}`),
  ].join('\n');
}

/** `key=value`, `*` for a default of the provider, `?` for an unknown value, `…` and why when there may be others. */
function showTags(resource: Resource): string {
  const { taggable, keys, others } = effectiveTags(resource, taggableTable);
  if (taggable !== 'yes') return taggable;
  const shown = [...keys].map(([key, tag]) => {
    if (tag.state === 'unknown') return `${key}?`;
    const value = tag.sensitive === true ? '(sensitive)' : (tag.value ?? '?');
    return `${key}=${value}${tag.from === 'provider-default' ? '*' : ''}`;
  });
  return [...shown, ...(others.state === 'open' ? [`… (${others.reason})`] : [])].join(', ');
}
