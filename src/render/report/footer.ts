import type { CheckResult } from '../../model/result.ts';
import type { RenderContext } from '../context.ts';
import { type Cell, code, link } from './document.ts';

/** Which commit this speaks of, by which prices, and how to configure or silence it. */
export function footer(result: CheckResult, context: RenderContext): Cell {
  const settings = context.configUrl === undefined ? [] : [' · ', link('settings', context.configUrl)];
  const run = context.runUrl === undefined ? [] : [' · ', link('run', context.runUrl)];
  return [
    'Commit ',
    code(shortCommit(context.headSha)),
    ' · prices ',
    code(shortCommit(result.priceBook.id)),
    ` · tollgate ${context.toolVersion}`,
    ...run,
    ...settings,
    ' · quieter: ',
    code('comment.when: violations'),
    ' in ',
    code('tollgate.yml'),
  ];
}

/** A commit or content id in short; any other name as it is. */
export function shortCommit(ref: string): string {
  return /^[0-9a-f]{40,64}$/.test(ref) ? ref.slice(0, 12) : ref;
}
