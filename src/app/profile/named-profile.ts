import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Catalogue, ResolvedProfile } from '../../billing/resolve/catalogue.ts';
import { referenceTo } from '../../billing/resolve/resolved-profile.ts';
import { holdsAt } from '../../billing/timeline/timeline.ts';
import { compareInstants } from '../../lib/calendar.ts';
import { UserError } from '../../lib/errors.ts';

/**
 * The version that a user names: a file of the repository, `ID@VERSION`, or `ID` for the newest. With an instant the version of that
 * profile which is in force then, by the windows of its versions: the highest that is published. Throws UserError where there is none.
 */
export function namedProfile(
  catalogue: Catalogue,
  root: string,
  name: string,
  at: string | null,
): ResolvedProfile {
  const [id = '', version] = name.split('@');
  const ofFile = inFile(catalogue, root, name);
  const versions = catalogue.versions(ofFile?.terms.id ?? id);
  const newest = versions.at(-1);
  if (newest === undefined) throw nothingNamed(catalogue, name);
  if (at !== null) {
    if (ofFile === undefined && version !== undefined) throw twoAnswers(name, id);
    return (
      inForce(versions, at) ?? refuse(`No version of ${newest.terms.id} is in force at ${at}.`, versions)
    );
  }
  const named = version === undefined ? newest : catalogue.profile(name);
  return ofFile ?? named ?? refuse(`There is no version ${version ?? ''} of ${id}.`, versions);
}

/** The profile that a path leads to, from the current folder or from the top of the repository. */
function inFile({ profiles }: Catalogue, root: string, name: string): ResolvedProfile | undefined {
  const fromHere = relative(realpathSync(root), resolve(realpathSync('.'), name)).replaceAll('\\', '/');
  const fromTop = name.replaceAll('\\', '/').replace(/^\.\//, '');
  return profiles.find(({ file }) => file === fromHere) ?? profiles.find(({ file }) => file === fromTop);
}

function inForce(versions: readonly ResolvedProfile[], at: string): ResolvedProfile | undefined {
  return versions.findLast(({ terms: { lifecycle, effective } }) => {
    const hasBegun = effective.from === null || compareInstants(effective.from, at) <= 0;
    return lifecycle !== 'draft' && hasBegun && holdsAt({ from: at, to: effective.to }, at);
  });
}

function refuse(message: string, versions: readonly ResolvedProfile[]): never {
  const listed = versions.map(({ terms }) => {
    const { from, to } = terms.effective;
    const end = to === null ? '' : ` to ${to}`;
    return `${referenceTo(terms)} (${terms.lifecycle}, ${from === null ? 'always' : `from ${from}`}${end})`;
  });
  throw new UserError(message, { hint: `There are ${listed.join(', ')}.` });
}

function twoAnswers(name: string, id: string): UserError {
  return new UserError(`${name} names a version, and --at asks for another one.`, {
    hint: `Leave --at out, or write --profile ${id}.`,
  });
}

function nothingNamed({ profiles }: Catalogue, name: string): UserError {
  const isPath = /[/\\]|\.(?:ya?ml|json)$/i.test(name);
  const ids = profiles.slice(0, 10).map(({ terms }) => terms.id);
  return new UserError(`There is no billing profile ${name} in the repository.`, {
    hint: isPath
      ? 'Give the path of a file in billing/profiles/, from where you are or from the top of the repository.'
      : `Its profiles are ${ids.join(', ')}${profiles.length > ids.length ? ' and others' : ''}.`,
  });
}
