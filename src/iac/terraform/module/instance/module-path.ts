import type { Value } from '../../../../model/value.ts';
import { text, unknown } from '../../evaluate/make.ts';
import type { ModuleInstance } from './module-instance.ts';
import { shownFolder } from './shown-folder.ts';

/**
 * `path.module` and `path.root`, relative to the root module, where Terraform runs; `path.cwd` depends on the machine.
 * Undefined for other names.
 */
export function modulePath(module: ModuleInstance, name: string): Value | undefined {
  if (name === 'root') return text('.');
  if (name === 'cwd') return unknown('impure-function', { type: 'string', detail: 'path.cwd' });
  if (name !== 'module') return undefined;
  return text(relative(module.run.project.path, shownFolder(module)));
}

/** The way from one folder to another, such as `../../modules/web`; `.` when they are the same. */
function relative(from: string, to: string): string {
  const start = from === '' ? [] : from.split('/');
  const end = to === '' ? [] : to.split('/');
  let common = 0;
  while (common < start.length && start[common] === end[common]) common++;
  const parts = [...start.slice(common).map(() => '..'), ...end.slice(common)];
  return parts.length === 0 ? '.' : parts.join('/');
}
