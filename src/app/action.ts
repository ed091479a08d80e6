import type { Environment } from '../platform/github/environment.ts';
import type { GateEvent } from '../platform/github/event.ts';
import type { Forge, Job } from '../platform/port.ts';
import { renderTerminal } from '../render/terminal.ts';
import { commentDecision } from '../render/when.ts';
import { repositoryRoot } from '../tree/repository.ts';
import { workingFolder } from './action/folder.ts';
import { workspaceFiles } from './action/given-files.ts';
import { type ActionInputs, readInputs } from './action/inputs.ts';
import { blocks, writeOutputs } from './action/outputs.ts';
import { publicationOf, renderContext } from './action/publication.ts';
import { chooseRefs } from './action/refs.ts';
import { check } from './check.ts';
import { publish } from './publish.ts';

/** What the action runs in. */
export interface ActionHost {
  readonly environment: Environment;
  readonly job: Job;
  readonly connect: (token: string) => Promise<Forge>;
  /** Environment variables, for the tokens of modules and the place of their cache. Left out: there are none. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

/** How the action ended when it ended well. */
export interface ActionOutcome {
  /** The job shall fail for the verdict. */
  readonly blocks: boolean;
}

/**
 * The gate on a forge's event: check what the event changes, publish what was found, set the outputs. Throws UserError
 * and PlatformError when there is no verdict.
 */
export async function runAction(host: ActionHost): Promise<ActionOutcome> {
  const inputs = readInputs((name) => host.job.input(name));
  const { event } = host.environment;
  if (event.kind === 'nothing') return skip(host.job, event.reason);
  if (event.draft && inputs.draft === 'skip') return skip(host.job, 'The pull request is a draft.');
  return gate(host, event, inputs);
}

async function gate(host: ActionHost, event: GateEvent, inputs: ActionInputs): Promise<ActionOutcome> {
  const { environment, job } = host;
  const root = repositoryRoot(workingFolder(environment.workspace, inputs.workingDirectory));
  const refs = chooseRefs(root, event, inputs.base);
  if (refs.kind === 'nothing') return skip(job, refs.reason);
  const { base, head, target, notes } = refs;
  for (const note of notes) job.remark('notice', note);
  const { result, config } = await check({
    repository: root,
    ...{ base, head, configRef: target },
    given: workspaceFiles(environment.workspace, inputs),
    modules: { fetch: inputs.fetchModules, fork: event.fork, environment: host.variables ?? {} },
    say: (line) => {
      job.remark('notice', line);
    },
  });
  job.print(renderTerminal(result, { color: false, width: 120, details: true }));

  // Before anything is published: later steps need them whatever becomes of that.
  const context = renderContext(environment, event, target, config.file);
  writeOutputs(job, result, context, { temp: environment.temp, key: inputs.commentKey });
  const when = inputs.comment ?? config.comment.when;
  const decision = commentDecision(result, { ...config.comment, when });
  const forge = inputs.token === undefined ? undefined : await host.connect(inputs.token);
  await publish(result, publicationOf(event, inputs, context, decision), forge, job);
  return { blocks: blocks(result.verdict.state, inputs.failOn) };
}

function skip(job: Job, reason: string): ActionOutcome {
  job.remark('notice', `Nothing to check. ${reason}`);
  job.output('verdict', 'skipped');
  return { blocks: false };
}
