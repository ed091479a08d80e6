import { UserError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Explanation, ExplainedValue } from '../../model/explanation.ts';
import { carriedTags } from './carried-tags.ts';
import { normalPath } from './leaves.ts';

const LISTED = 20;

/** Only one attribute of an explanation and what is in it, without what is told of the whole resource. Throws UserError that names those which there are. */
export function selectAttribute(explanation: Explanation, asked: string): Explanation {
  const path = normalPath(asked);
  const within = ({ path: at }: ExplainedValue): boolean =>
    at === path || (at.startsWith(path) && /^[.[]/.test(at.slice(path.length)));
  const { resource } = explanation;
  const values = explanation.values.filter(within);
  const known = new Set(values.map((value) => value.path));
  const carried = carriedTags(explanation, path).filter((tag) => within(tag) && !known.has(tag.path));
  const region = resource?.region.path === path && values.length === 0 ? [resource.region] : [];
  const found = [...values, ...carried, ...region, ...(resource?.defaultTags.filter(within) ?? [])];
  if (found.length === 0) throw noAttribute(explanation, asked);
  return { ...explanation, values: found, resource: null };
}

function noAttribute({ address, values, complete }: Explanation, path: string): UserError {
  const paths = values.map((value) => value.path);
  const names = [...new Set(paths.map((one) => one.replace(/[.[].*$/s, '')))];
  const meant = nearest(path, [...paths, ...names]);
  const listed = names.slice(0, LISTED).join(', ') + (names.length > LISTED ? ', …' : '');
  const more = complete ? '' : ` Only the first ${paths.length} values are listed.`;
  const others = names.join('') === '' ? 'It has no attributes with a name.' : `There are: ${listed}.`;
  return new UserError(`${address} has no ${JSON.stringify(path)} in the configuration.${more}`, {
    hint: meant === undefined || meant === '' ? others : `Did you mean ${meant}?`,
  });
}
