/** Folder that modules from elsewhere are mounted below, in a tree: where Terraform puts them, too. */
export const PACKAGES = '.terraform/modules';

/** Whether a path lies in a module from elsewhere: a place in it is none of the repository. */
export function isInPackage(path: string): boolean {
  return `/${path}`.includes(`/${PACKAGES}/`);
}
