import { randomUUID } from 'node:crypto';

import * as core from '@actions/core';

import type { Annotation, Job, PublishOutcome } from '../port.ts';
import { fitSummary } from './summary.ts';

/** The job of GitHub Actions that this process runs in, through its environment, files and standard output. */
export function githubJob(): Job {
  return {
    input: (name) => core.getInput(name),
    output: (name, value) => {
      core.setOutput(name, value);
    },
    print,
    remark: (level, message) => {
      if (level === 'warning') core.warning(message);
      else core.info(message);
    },
    annotate,
    summarize,
  };
}

/**
 * Text of a pull request may contain workflow commands. Between these two lines the runner obeys none:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
 */
function print(text: string): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::\n`);
}

function annotate({
  path,
  startLine,
  endLine,
  startColumn,
  endColumn,
  level,
  title,
  message,
}: Annotation): void {
  const show = { notice: core.notice, warning: core.warning, failure: core.error }[level];
  const columns =
    startLine === endLine && startColumn !== undefined && endColumn !== undefined
      ? { startColumn, endColumn }
      : {};
  show(message, { title, file: path, startLine, endLine, ...columns });
}

async function summarize(markdown: string): Promise<PublishOutcome> {
  try {
    await core.summary.addRaw(fitSummary(markdown), true).write();
    return { state: 'created' };
  } catch (error) {
    return { state: 'denied', reason: `The job summary could not be written: ${(error as Error).message}` };
  }
}
