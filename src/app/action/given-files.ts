import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';

import { UserError } from '../../lib/errors.ts';
import { givenFile, givenUsageParts } from '../check/recorded/given.ts';
import type { GivenFiles } from '../check/recorded/given.ts';
import type { ActionInputs } from './inputs.ts';

/**
 * The plans and states that the inputs name, relative to the workspace. Throws UserError for one outside of it: links are
 * followed first.
 */
export function workspaceFiles(workspace: string, inputs: ActionInputs): GivenFiles {
  const { plans, basePlans, states, priceBook, billingUsage } = inputs;
  const given = { plans, basePlans, states, priceBook, billingUsage, folder: workspace };
  const named = [...plans, ...basePlans, ...states].map((one) => givenFile(one, workspace));
  for (const { path, name } of [...named, ...givenUsageParts(given)]) {
    if (!existsSync(path)) continue;
    const inside = relative(realpathSync(workspace), realpathSync(path));
    if (!inside.startsWith('..') && !isAbsolute(inside)) continue;
    throw new UserError(`${name} lies outside of the workspace.`, {
      hint: 'Give a path relative to the workspace, of a file in it.',
    });
  }
  return { ...given, onlyUncommitted: true };
}
