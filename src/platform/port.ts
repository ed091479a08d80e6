import type { Annotation } from '../model/annotation.ts';

/** What the app needs of a forge. GitHub implements it; `memory.ts` implements it for tests. */
export interface Forge {
  /** Creates or updates our one comment. Never throws for a missing permission: says what happened. */
  upsertComment(request: CommentRequest): Promise<PublishOutcome>;
  /** Creates our check run with all annotations, in batches of 50. */
  publishCheck(request: CheckRequest): Promise<PublishOutcome>;
}

export interface CommentRequest {
  readonly pullNumber: number;
  /** The analysed head; when the pull request has moved on, nothing is written. */
  readonly headSha: string;
  /** Tells several gates on one repository apart. */
  readonly key: string;
  /** Markdown without the marker. */
  readonly body: string;
  /** False: update an existing comment, but do not create one. */
  readonly create: boolean;
}

export interface CheckRequest {
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'action_required';
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

export type PublishOutcome =
  | { readonly state: 'created' | 'updated' | 'unchanged'; readonly url?: string }
  | { readonly state: 'skipped'; readonly reason: string }
  | { readonly state: 'denied'; readonly reason: string };

/** What the app needs of the job that it runs in. GitHub Actions implements it; `memory.ts` for tests. */
export interface Job {
  /** The value of an input, trimmed; empty when it is not given. */
  input(name: string): string;
  /** Sets an output for later steps. */
  output(name: string, value: string): void;
  /** Prints a report. What looks like a command of the runner in it is text. */
  print(text: string): void;
  /** A remark about the run: `notice` is read by who looks, `warning` is shown on the run's page. */
  remark(level: 'notice' | 'warning', message: string): void;
  /** A remark beside the code. The runner shows 10 of each level a step and drops others. */
  annotate(annotation: Annotation): void;
  /** Adds Markdown to the job summary. Never throws when that is not possible: says what happened. */
  summarize(markdown: string): Promise<PublishOutcome>;
}
