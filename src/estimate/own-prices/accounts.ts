import type { Config } from '../../model/config.ts';

/** Who the allowances of a project count for: the account that the configuration names for it, or else the repository. */
export function accountNames({ projects }: Config, isShared: boolean): (project: string) => string {
  if (isShared) return () => '';
  const accounts = new Map(
    projects.map(({ path, name, workspace, account }) => {
      const suffix = name === undefined && workspace !== undefined ? `@${workspace}` : '';
      return [(name ?? path) + suffix, account ?? ''] as const;
    }),
  );
  return (project) => accounts.get(project) ?? '';
}
