import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { changedPaths } from './changed.ts';

/** Files that decide about infrastructure and are in no format that is read here. */
const formats = [
  { name: 'Terragrunt', pattern: /(^|\/)(terragrunt(\.\w+)?|root)\.hcl(\.json)?$/ },
  { name: 'Terraform test', pattern: /\.(tftest|tofutest)\.(hcl|json)$/ },
  { name: 'Terraform stacks', pattern: /\.(tfstack|tfcomponent|tfdeploy)\.(hcl|json)$/ },
  { name: 'Terraform query', pattern: /\.tfquery\.(hcl|json)$/ },
];

/** How many files are named. */
const MOST_FILES = 5;

/**
 * One warning for all changed files of formats that are not evaluated, and that no evaluation has read all the same; nothing
 * when none changed.
 */
export function otherFormats(base: Tree, head: Tree, read: ReadonlySet<string>): readonly Diagnostic[] {
  const isOther = (path: string): boolean =>
    !read.has(path) && formats.some(({ pattern }) => pattern.test(path));
  const changed = changedPaths(base, head, isOther);
  const [first] = changed;
  if (first === undefined) return [];
  const names = formats.filter(({ pattern }) => changed.some((path) => pattern.test(path)));
  const shown = changed.slice(0, MOST_FILES).join(', ');
  const others = changed.length > MOST_FILES ? ` and ${changed.length - MOST_FILES} more` : '';
  const file = changed.find((path) => head.blobId(path) !== undefined) ?? first;
  const start = { line: 1, column: 1 };
  return [
    {
      severity: 'warning',
      code: 'not-evaluated',
      message:
        `${names.map(({ name }) => name).join(', ')} files changed, which are not evaluated: ` +
        `${shown}${others}.`,
      source: { file, start, end: start },
      hint: 'What they change about the infrastructure is not in the result.',
    },
  ];
}
