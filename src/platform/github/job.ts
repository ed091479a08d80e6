import { randomUUID } from 'node:crypto';

import * as core from '@actions/core';

import { UserError } from '../../lib/errors.ts';
import type { Annotation } from '../../model/annotation.ts';
import type { Job, PublishOutcome } from '../port.ts';
import { fitSummary } from './summary.ts';

/** The job of GitHub Actions that this process runs in, through its environment, files and standard output. */
export function githubJob(): Job {
  return {
    input,
    output: (name, value) => {
      core.setOutput(name, value);
    },
    print,
    remark: (level, message) => {
      if (level === 'warning') core.warning(message);
      // Unlike a command, plain output is not escaped: on one line it cannot become a command.
      else core.info(message.replace(/\s+/g, ' '));
    },
    annotate,
    summarize,
  };
}

function input(name: string): string {
  const value = core.getInput(name);
  if (name === 'token' && value !== '') core.setSecret(value);
  return value;
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
    return { state: 'denied', reason: `It could not be written: ${(error as Error).message}.` };
  }
}

/** Shows why there is no verdict, at its place in the code when it has one. The caller sets the exit code. */
export function failJob(text: string, error: unknown): void {
  const { file, line, column } = (error instanceof UserError ? error.place : undefined) ?? {};
  core.error(text, {
    title: 'Tollgate',
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column, endColumn: column }),
  });
}
