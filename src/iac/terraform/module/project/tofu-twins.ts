import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { isInPackage } from '../../../../model/packaged.ts';
import { configFiles, isConfigFile, isTofuFile } from '../source/config-files.ts';
import { folders, inFolder } from '../source/folders.ts';

/**
 * Files with which a change makes OpenTofu, which is what is evaluated, read something else than Terraform: a `.tofu` file
 * that hides a `.tf` file of the same name, or that overrides others. An error, unless the folder has `.tofu` files at the
 * base: then OpenTofu is what is used there. So it is told where such a file was there before and what Terraform reads changes.
 */
export function tofuTwins(base: Tree, head: Tree): readonly Diagnostic[] {
  const before = folders(base);
  return [...folders(head)]
    .filter(([folder]) => !isInPackage(`${folder}/`))
    .flatMap(([folder, names]) => {
      const known = before.get(folder) ?? [];
      const old = new Set(differences(known));
      const isChanged = (name: string): boolean => {
        const path = inFolder(folder, name);
        return base.blobId(path) !== head.blobId(path);
      };
      const severity = known.some(isTofuFile) ? 'warning' : 'error';
      return differences(names)
        .filter((name) => !old.has(name) || readBeside(name, names).some(isChanged))
        .map((name) => diagnostic(severity, inFolder(folder, name)));
    })
    .sort((a, b) => byCodePoint(a.source?.file ?? '', b.source?.file ?? ''));
}

/** The files of a folder that only one of the two programs reads, and because of which it leaves others aside. */
function differences(names: readonly string[]): readonly string[] {
  if (!names.some(isTofuFile)) return [];
  const { primary, override } = configFiles(names);
  const read = new Set([...primary, ...override]);
  const hidden = names.filter((name) => isConfigFile(name) && !read.has(name));
  const others = primary.filter((name) => !isTofuFile(name));
  return [...hidden, ...(others.length === 0 ? [] : override.filter(isTofuFile))];
}

/** What Terraform reads in the place of one of these files, or without it. */
function readBeside(name: string, names: readonly string[]): readonly string[] {
  return isTofuFile(name) ? names.filter((other) => isConfigFile(other) && !isTofuFile(other)) : [name];
}

function diagnostic(severity: Diagnostic['severity'], file: string): Diagnostic {
  const start = { line: 1, column: 1 };
  const message = isTofuFile(file)
    ? `${file} overrides what Terraform, which does not read it, takes as it stands.`
    : `${file} is read by Terraform alone: OpenTofu takes the .tofu file of the same name in its place.`;
  return {
    severity,
    code: 'tofu-twin',
    message: `${message} What is evaluated is what OpenTofu reads.`,
    source: { file, start, end: start },
    hint: 'Keep one configuration for both, or put what is for OpenTofu into a folder of its own.',
  };
}
