import { parseAddress } from '../../iac/diff/address.ts';
import { inspect } from '../../iac/terraform/module/inspect.ts';
import type { Inspected } from '../../iac/terraform/module/inspect.ts';
import { readTerraform } from '../../iac/terraform/index.ts';
import type { Project, TerraformResult, TerraformSide } from '../../iac/terraform/index.ts';
import { UserError } from '../../lib/errors.ts';
import type { Resource } from '../../model/resource.ts';
import { NO_FILES, withFiles } from '../check/recorded/open.ts';
import type { OpenedFiles } from '../check/recorded/open.ts';
import { noSuchAddress } from './no-such-address.ts';
import { mayHold } from './target.ts';
import type { Target } from './target.ts';

/** What stands at an address, and what the evaluation of its project gave. */
export interface Found {
  readonly project: string;
  readonly address: string;
  readonly subject: Resource | Inspected;
  readonly result: TerraformResult;
}

/**
 * Finds what stands at an address, as plans and states have it where they are given; only projects that can have it are
 * evaluated. Throws UserError when none or several do.
 */
export function find(
  side: TerraformSide,
  { address, projects }: Target,
  files: OpenedFiles = NO_FILES,
): Found {
  const possible = projects.filter(
    (project) => files.projects.includes(project.id) || mayHold(side, project, address),
  );
  const isPossible = ({ id }: { readonly id: string }): boolean =>
    possible.some((project) => project.id === id);
  const written = readTerraform(side, isPossible);
  const { after: result } = withFiles(written, written, ofProjects(files, isPossible));
  const found = possible.flatMap((project) => {
    const subject = inProject(side, project, address, result);
    return subject === undefined ? [] : [{ project: project.id, subject }];
  });
  const [first] = found;
  if (first === undefined) throw noSuchAddress(side, { address, projects });
  if (found.length > 1) {
    const choices = found.map(({ project }) => `${project}:${address}`).slice(0, 10);
    throw new UserError(`${found.length} projects have ${address}.`, {
      hint: `Name one of them: ${choices.join(', ')}${found.length > 10 ? ', …' : ''}.`,
    });
  }
  const shown = 'address' in first.subject ? first.subject.address : address;
  return { ...first, address: shown, result };
}

function ofProjects(
  files: OpenedFiles,
  isWanted: (project: { readonly id: string }) => boolean,
): OpenedFiles {
  return {
    plans: files.plans.filter(({ project }) => isWanted({ id: project })),
    states: new Map([...files.states].filter(([project]) => isWanted({ id: project }))),
    projects: files.projects.filter((id) => isWanted({ id })),
  };
}

function inProject(
  side: TerraformSide,
  project: Project,
  address: string,
  result: TerraformResult,
): Resource | Inspected | undefined {
  const own = result.resources.filter((resource) => resource.project === project.id);
  const exact = own.find((resource) => resource.address === address);
  if (exact !== undefined) return exact;
  const instances = own.filter((resource) => isInstance(resource.address, address));
  const [only, ...others] = instances;
  if (only === undefined) return inspect(side.loader, project, side.budget, address);
  if (others.length === 0) return only;
  const names = instances.slice(0, 5).map((resource) => resource.address);
  throw new UserError(`${address} stands for ${instances.length} instances.`, {
    hint: `Name one of them: ${names.join(', ')}${instances.length > 5 ? ', …' : ''}.`,
  });
}

/** Whether an address is an instance of another one that leaves keys out. */
function isInstance(instance: string, address: string): boolean {
  const wanted = parseAddress(address);
  const parts = parseAddress(instance);
  if (wanted === undefined || parts === undefined || wanted.length !== parts.length) return false;
  return wanted.every(({ name, key }, index) => {
    const part = parts[index];
    return part?.name === name && (key === '' || key === part.key);
  });
}
