import { VERSION } from '../../model/version.ts';
import type { Environment } from '../../platform/github/environment.ts';
import type { GateEvent } from '../../platform/github/event.ts';
import type { RenderContext } from '../../render/context.ts';
import type { CommentDecision } from '../../render/when.ts';
import type { Publication } from '../publish.ts';
import type { ActionInputs } from './inputs.ts';

/** What a rendering links to; `configFile` is the path of the configuration at `target`, when there is one. */
export function renderContext(
  { serverUrl, repository, runUrl }: Environment,
  event: GateEvent,
  target: string,
  configFile: string | null,
): RenderContext {
  const blob = `${serverUrl}/${repository}/blob`;
  return {
    headSha: event.headSha,
    toolVersion: VERSION,
    runUrl,
    filesUrl: `${blob}/${event.headSha}/`,
    ...(configFile === null ? {} : { configUrl: `${blob}/${target}/${configFile}` }),
  };
}

/** What to publish for an event, by the inputs. A quiet draft gets no first comment. */
export function publicationOf(
  event: GateEvent,
  inputs: ActionInputs,
  context: RenderContext,
  decision: CommentDecision,
): Publication {
  const quiet = event.draft && inputs.draft === 'quiet';
  const when = quiet ? { ...decision, create: false, reason: 'the pull request is a draft' } : decision;
  const { pullNumber } = event;
  return {
    context,
    comment: pullNumber === undefined ? undefined : { pullNumber, key: inputs.commentKey, when },
    checkName: inputs.check ? inputs.checkName : undefined,
    readOnly: event.fork,
  };
}
