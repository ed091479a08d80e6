import { readTerraform } from '../../iac/terraform/index.ts';
import type { TerraformSide } from '../../iac/terraform/index.ts';
import { UserError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import { byCodePoint } from '../../lib/order.ts';
import { declaredNames, sameTypeElsewhere } from './declared-names.ts';
import type { Target } from './target.ts';

const LISTED = 5;

/** The error for an address that nothing has: the nearest one, or others of its type or name, and how many there are. */
export function noSuchAddress(side: TerraformSide, { address, projects }: Target): UserError {
  const result = readTerraform(side, ({ id }) => projects.some((project) => project.id === id));
  const { resources, unresolvedModules } = result;
  const addresses = [...new Set(resources.map((resource) => resource.address))].sort(byCodePoint);
  const where =
    projects.length === 1 ? `Project ${projects[0]?.id ?? ''} has` : `The ${projects.length} projects have`;
  const amount = resources.length === 1 ? '1 resource' : `${resources.length} resources`;
  const asked = /^[\w.[\]"*-]+$/.test(address) ? address : JSON.stringify(address);
  const unread = unresolvedModules.find((module) => module.address === module.project);
  if (unread !== undefined && projects.length === 1) {
    const { project, reason, hint: wayOut, source } = unread;
    return new UserError(
      `Nothing is known of ${asked}: the root module of project ${project} was not read. ${reason}`,
      {
        place: { file: source.file, ...source.start },
        ...(wayOut === undefined ? {} : { hint: wayOut }),
      },
    );
  }
  return new UserError(`There is no ${asked}. ${where} ${amount}.`, {
    hint: hint(
      address,
      [...addresses, ...declaredNames(side, projects)],
      sameTypeElsewhere(side, projects, address),
    ),
  });
}

function hint(address: string, addresses: readonly string[], elsewhere: readonly string[]): string {
  const [type = '', name = ''] = address
    .replace(/\[[^\]]*\]$/, '')
    .split('.')
    .slice(-2);
  const same = addresses.filter((one) => one.replace(/\[[^\]]*\]$/, '').endsWith(`.${type}.${name}`));
  const alike = addresses.filter((one) => one.includes(`${type}.`) || one.includes(`.${name}`));
  const meant = same.length > 0 ? undefined : nearest(address, addresses);
  if (meant !== undefined) return `Did you mean ${meant}?`;
  const related = same.length > 0 ? same : alike;
  if (related.length === 0 && elsewhere.length > 0)
    return `Other projects have ${elsewhere.slice(0, LISTED).join(', ')}.`;
  const listed = (related.length > 0 ? related : addresses).slice(0, LISTED);
  if (listed.length === 0)
    return 'An address is TYPE.NAME, module.NAME.TYPE.NAME, data.TYPE.NAME, var.NAME, local.NAME.';
  return `${related.length > 0 ? 'Related' : 'Some of them'}: ${listed.join(', ')}.`;
}
