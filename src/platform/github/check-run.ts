import type { Annotation } from '../../model/annotation.ts';
import type { CheckRequest, PublishOutcome } from '../port.ts';
import type { Connection } from './client.ts';
import { explainRefusal, refusalOf } from './refusal.ts';
import { truncate } from './truncate.ts';

/** https://docs.github.com/rest/checks/runs: 50 annotations a request, 65,535 characters a summary. */
const batchSize = 50;
const maxSummary = 65_535;
const maxTitle = 255;
/** A message may have 64 KB; a UTF-16 unit is at most 3 bytes. */
const maxMessage = 20_000;
/** Ten requests: more annotations than anybody reads, and each request costs a second. */
const maxAnnotations = 500;

type WireAnnotation = ReturnType<typeof wireAnnotation>;

/**
 * Creates a completed check run with all annotations (the first 500), in batches of 50. Texts are cut to GitHub's
 * limits. What GitHub refuses comes back as `denied`: it is not thrown.
 */
export async function publishCheck(to: Connection, request: CheckRequest): Promise<PublishOutcome> {
  const [first = [], ...more] = batches(request.annotations.slice(0, maxAnnotations).map(wireAnnotation));
  let written = 0;
  try {
    const { data } = await to.client.rest.checks.create({
      owner: to.owner,
      repo: to.repo,
      name: request.name,
      head_sha: request.headSha,
      status: 'completed',
      conclusion: request.conclusion,
      output: output(request, first),
    });
    written += first.length;
    for (const annotations of more) {
      await to.client.rest.checks.update({
        owner: to.owner,
        repo: to.repo,
        check_run_id: data.id,
        conclusion: request.conclusion,
        output: output(request, annotations),
      });
      written += annotations.length;
    }
    return data.html_url === null ? { state: 'created' } : { state: 'created', url: data.html_url };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    const action = written === 0 ? 'take the check run' : `take annotation ${written + 1} and later ones`;
    return { state: 'denied', reason: explainRefusal(refusal, action, 'checks: write') };
  }
}

function output(
  request: CheckRequest,
  annotations: WireAnnotation[],
): { title: string; summary: string; annotations: WireAnnotation[] } {
  const left = request.annotations.length - maxAnnotations;
  const note = left > 0 ? `\n\n${left} more annotations are not shown here.` : '';
  return {
    title: truncate(request.title, maxTitle),
    summary: truncate(request.summary, maxSummary - note.length) + note,
    annotations,
  };
}

function batches(annotations: readonly WireAnnotation[]): WireAnnotation[][] {
  const result: WireAnnotation[][] = [];
  for (let at = 0; at < annotations.length; at += batchSize)
    result.push(annotations.slice(at, at + batchSize));
  return result;
}

function wireAnnotation(annotation: Annotation) {
  const { startLine, endLine, startColumn, endColumn } = annotation;
  const onOneLine = startLine === endLine;
  return {
    path: annotation.path,
    start_line: startLine,
    end_line: endLine,
    ...(onOneLine && startColumn !== undefined ? { start_column: startColumn } : {}),
    ...(onOneLine && endColumn !== undefined ? { end_column: endColumn } : {}),
    annotation_level: annotation.level,
    title: truncate(annotation.title, maxTitle),
    message: truncate(annotation.message, maxMessage),
  };
}
