import type { CheckResult } from '../model/result.ts';
import type { Forge, Job, PublishOutcome } from '../platform/port.ts';
import { checkOutput } from '../render/check.ts';
import { renderComment } from '../render/comment.ts';
import type { RenderContext } from '../render/context.ts';
import { renderSummary } from '../render/summary.ts';
import type { CommentDecision } from '../render/when.ts';

/** What to publish, and where. */
export interface Publication {
  readonly context: RenderContext;
  /** Undefined: there is no pull request to comment on. */
  readonly comment:
    { readonly pullNumber: number; readonly key: string; readonly when: CommentDecision } | undefined;
  /** Undefined: no check run is wanted. */
  readonly checkName: string | undefined;
  /** The token is expected to be read-only, so a refusal is nothing to warn about. */
  readonly readOnly: boolean;
}

/** What became of each publication; undefined for what was not tried. */
export interface Published {
  readonly comment: PublishOutcome | undefined;
  readonly check: PublishOutcome | undefined;
}

/**
 * Publishes a result: always the job summary; the comment and the check run where they are wanted and allowed; remarks
 * of the job beside the code when there is no check run to hold them. A refusal is told and changes nothing else.
 */
export async function publish(
  result: CheckResult,
  publication: Publication,
  forge: Forge | undefined,
  job: Job,
): Promise<Published> {
  const { context, readOnly } = publication;
  const summary = await job.summarize(renderSummary(result, context));
  const place = summary.state === 'denied' ? 'the log' : 'the job summary';
  const tell = (what: string, outcome: PublishOutcome, isExpected: boolean): void => {
    remarkOn(job, what, outcome, isExpected ? 'notice' : 'warning', place);
  };
  tell('Job summary', summary, false);
  if (forge === undefined) job.remark('notice', `No token: the report is in ${place} only.`);
  const comment = await publishComment(result, publication, forge);
  if (comment !== undefined) tell('Comment', comment, readOnly);
  const output = checkOutput(result, context);
  const check =
    publication.checkName === undefined
      ? undefined
      : await forge?.publishCheck({ name: publication.checkName, headSha: context.headSha, ...output });
  if (check !== undefined) tell('Check run', check, readOnly);
  if (check?.state !== 'created') for (const annotation of output.annotations) job.annotate(annotation);
  return { comment, check };
}

async function publishComment(
  result: CheckResult,
  { context, comment }: Publication,
  forge: Forge | undefined,
): Promise<PublishOutcome | undefined> {
  if (comment === undefined || forge === undefined) return undefined;
  if (!comment.when.update) return { state: 'skipped', reason: comment.when.reason };
  return forge.upsertComment({
    pullNumber: comment.pullNumber,
    headSha: context.headSha,
    key: comment.key,
    body: renderComment(result, context),
    create: comment.when.create,
  });
}

/** Says what became of a publication; `place` has the report when this one has not. */
function remarkOn(
  job: Job,
  what: string,
  outcome: PublishOutcome,
  refusal: 'notice' | 'warning',
  place: string,
): void {
  if (outcome.state === 'denied') {
    job.remark(refusal, `${what}: ${outcome.reason} The report is in ${place}.`);
    return;
  }
  const detail = outcome.state === 'skipped' ? outcome.reason : (outcome.url ?? '');
  job.remark('notice', `${what} ${outcome.state}${detail === '' ? '' : `: ${detail}`}`);
}
