import { UserError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Explanation, ExplainedValue } from '../../model/explanation.ts';

const LISTED = 20;

/** Only one attribute of an explanation and what is in it, without what is told of the whole resource. Throws UserError that names those which there are. */
export function selectAttribute(explanation: Explanation, path: string): Explanation {
  const within = ({ path: at }: ExplainedValue): boolean =>
    at === path || (at.startsWith(path) && /^[.[]/.test(at.slice(path.length)));
  const { resource } = explanation;
  const values = explanation.values.filter(within);
  const region = resource?.region.path === path && values.length === 0 ? [resource.region] : [];
  const found = [...values, ...region, ...(resource?.defaultTags.filter(within) ?? [])];
  if (found.length === 0) throw noAttribute(explanation, path);
  return { ...explanation, values: found, resource: null };
}

function noAttribute({ address, values, complete }: Explanation, path: string): UserError {
  const paths = values.map((value) => value.path);
  const names = [...new Set(paths.map((one) => one.replace(/[.[].*$/s, '')))];
  const meant = nearest(path, [...paths, ...names]);
  const listed = names.slice(0, LISTED).join(', ') + (names.length > LISTED ? ', …' : '');
  const more = complete ? '' : ` Only the first ${paths.length} values are listed.`;
  return new UserError(`${address} has no ${JSON.stringify(path)} in the configuration.${more}`, {
    hint: meant === undefined ? `There are: ${listed}.` : `Did you mean ${meant}?`,
  });
}
