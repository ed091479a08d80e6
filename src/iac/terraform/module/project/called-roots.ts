import type { Diagnostic } from '../../../../model/diagnostic.ts';

/**
 * A warning for each folder that was a root at the base and is called as a module at the head: it may be one now, but
 * nothing in the sources tells that nobody applies it by itself any more.
 */
export function calledRoots(head: { readonly calledRoots: readonly string[] }): readonly Diagnostic[] {
  return head.calledRoots.map((folder) => ({
    severity: 'warning',
    code: 'called-root',
    message: `${folder || 'The root of the repository'} was a project at the base and is the module of others now; it is evaluated as both.`,
    hint: 'If it is no longer applied by itself, name the projects under "projects" in tollgate.yml.',
  }));
}
