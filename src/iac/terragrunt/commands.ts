import type { Unknownness } from '../../model/value.ts';
import { fingerprint } from '../diff/fingerprint.ts';
import type { Project } from '../terraform/module/project/project.ts';
import type { ExtraArguments } from './extra-arguments.ts';

/** What `plan` and `apply` are given differently: what is planned is applied later, so nothing tells which of both counts. */
export const COMMAND: Unknownness = { reason: 'impure-function', detail: 'extra_arguments of one command' };

/** Whether two commands are given the same. */
export function areAlike(one: ExtraArguments, other: ExtraArguments): boolean {
  return printOf(one) === printOf(other);
}

function printOf({ varFiles, environment, hidden, variables }: ExtraArguments): string {
  const values = [...hidden].map(([name, { value }]) => [name, fingerprint(value)]);
  return JSON.stringify([varFiles, Object.entries(environment), values, Object.entries(variables)]);
}

/** A project with the arguments of another command. What the user's configuration gives it comes after them and stays. */
export function withArguments(project: Project, from: ExtraArguments, to: ExtraArguments): Project {
  const configured = Object.entries(project.variables).filter(
    ([name, value]) => from.environment[name] !== value,
  );
  return {
    ...project,
    varFiles: [...to.varFiles, ...project.varFiles.slice(from.varFiles.length)],
    variables: { ...to.environment, ...Object.fromEntries(configured) },
  };
}
